/* x32 has other offsets.

   { dg-options "-mx32" }
   { dg-error "cgoplug cannot compile for this target; it knows x86-64 with 64-bit pointers: remove '-mx32'" "" { target *-*-* } 0 }  */

int x;
