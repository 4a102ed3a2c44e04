/* Arguments that are pushed count, those of earlier calls that were not popped yet
   too: 8 for rbx, 16 deferred, 32 pushed.

   { dg-options "-O2 -fomit-frame-pointer -mno-accumulate-outgoing-args" }
   { dg-final { scan-function "f" "movl\t.56, %r10d" } }  */

int eight (int, int, int, int, int, int, long, long);
int ten (int, int, int, int, int, int, long, long, long, long);

int
f (int a)
{
  eight (a, 2, 3, 4, 5, 6, 7, 8);
  eight (1, 2, a, 4, 5, 6, 7, 8);
  eight (1, 2, 3, 4, 5, 6, a, 8);
  ten (1, 2, 3, 4, 5, 6, a, 8, 9, 10);
}
