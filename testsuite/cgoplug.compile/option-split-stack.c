/* GCC's own split stacks and ours exclude each other.

   { dg-options "-fsplit-stack" }
   { dg-error "'-fsplit-stack' puts a second stack check beside that of cgoplug; remove it" "" { target *-*-* } 0 }  */

int x;
