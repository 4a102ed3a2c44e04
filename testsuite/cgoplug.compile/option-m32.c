/* Another target than x86-64.

   { dg-options "-m32" }
   { dg-error "cgoplug cannot compile for this target; it knows x86-64 with 64-bit pointers: remove '-m32'" "" { target *-*-* } 0 }  */

int x;
