/* A static chain goes through the check: r10 is not touched, and all that __morestack
   is told stands in r11.  After the call r10 is gone all the same, and a caller that
   knows the registers of `add' (-fipa-ra) must load it again.

   { dg-options "-O2" }
   { dg-final { scan-function "add.0" "movabsq\t.0x10*178, %r11\n\tcall\t__cgo_morestack_chain\n" } }
   { dg-final { scan-function-not "add.0" ", %r10d" } }
   { dg-final { scan-function-times "f" ", %r10\n" 2 } }  */

long use (char *);

long
f (long n)
{
  __attribute__ ((noinline)) long add (long a, long b, long c, long d, long e, long g,
				       long h)
  {
    char room[300];
    return use (room) + n + a + b + c + d + e + g + h;
  }
  return add (1, 2, 3, 4, 5, 6, 7) + add (2, 3, 4, 5, 6, 7, 8);
}
