/* CGODEBUG=guardpage=1: a write below the goroutine's segment is a named error where
   it happens.

   { dg-options "-Wno-array-bounds" }
   { dg-env "CGODEBUG=guardpage=1" }
   { dg-status 2 }
   { dg-output "cgo: goroutine 1: goroutine stack segment overrun in overrun\n\ngoroutine 1 .running.:\n\toverrun at .*\tmain at .*" }  */

__attribute__ ((noinline)) static int
overrun (long from)
{
  volatile char here = 0;
  volatile char *p = &here;
  __asm__ ("" : "+r" (p));
  while (from < 1 << 20)
    p[-from++] = 1;
  return here;
}

int
main (void)
{
  int r = overrun (1);
  __asm__ volatile ("");
  return r;
}
