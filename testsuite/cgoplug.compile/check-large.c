/* A frame above the small limit must not be compared by the stack pointer alone:
   the address where the frame ends is computed first.

   { dg-options "-O2" }
   { dg-final { scan-function "f" "leaq\t-\[0-9\]+\\(%rsp\\), %r1\[01\]" } }
   { dg-final { scan-function "f" "cmpq\t%fs:(112|0x70), %r1\[01\]" } }
   { dg-final { scan-function "f" "^\tcall\t__morestack$" } }  */

extern int g (char *);

int
f (void)
{
  char room[5000];
  return g (room) + room[1];
}
