/* Without a check at entry a function overruns its segment.  A small frame compares
   the stack pointer itself: one cmp and one jump on the usual path, and the cold
   path calls __morestack with the frame's bytes in r10 and none in r11.

   { dg-options "-O2" }
   { dg-final { scan-function "f" "cmpq\t%fs:(112|0x70), %rsp" } }
   { dg-final { scan-function-times "f" "^\tcall\t__morestack$" 1 } }
   { dg-final { scan-function "f" "%r10d?$" } }
   { dg-final { scan-function "f" "%r11d?" } }
   { dg-final { scan-function-not "f" "lea\[lq\]?\t-\[0-9\]+\\(%rsp\\), %r1\[01\]" } }  */

extern int g (int *);

int
f (int x)
{
  int a[4] = { x, x, x, x };
  return g (a) + a[1];
}
