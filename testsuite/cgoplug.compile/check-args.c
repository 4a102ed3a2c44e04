/* Without the bytes of stack arguments in r11 the copy on the new segment lacks
   them: two integers beyond six (16 bytes), and the log of the alignment above 64
   in the high half.

   { dg-options "-O2 -Wno-psabi" }
   { dg-final { scan-function "f" ".16, %r11d?" } }
   { dg-final { scan-function "g" ".0x800000100, %r11" } }  */

extern int use (void *);
struct aligned { char c[256]; } __attribute__ ((aligned (256)));

long
f (long a, long b, long c, long d, long e, long x, long y, long z)
{
  long v[4] = { a + b, c + d, e + x, y };
  return use (v) + z;
}

int
g (struct aligned s)
{
  return use (&s) + 1;
}
