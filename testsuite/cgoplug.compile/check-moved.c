/* A way through the function that needs no frame runs no check: it moves with the
   prologue.  It stays at the entry where r10 has a value in it at the prologue.

   { dg-options "-O2" }
   { dg-final { scan-function "early" "^\tret\n(.*\n)*.LcgoC" } }
   { dg-final { scan-function-not "early" "^.LFB\[0-9\]*:\n(.*cfi.*\n)*#APP" } }
   { dg-final { scan-function "early" "^#NO_APP\n(.*cfi.*\n)*\tpushq\t%rbx" } }
   { dg-final { scan-function "busy" "^.LFB\[0-9\]*:\n(.*cfi.*\n)*#APP" } }
   { dg-final { scan-function "late" "^.LFB\[0-9\]*:\n(.*cfi.*\n)*#APP\n\tcmpq" } }
   { dg-final { scan-function "unoptimised" "^\tmovq\t%rsp, %rbp\n(.*cfi.*\n)*#APP" } }  */

extern int use (int);

int
early (int n, int m)
{
  if (n < 2)
    return m;
  use (n);
  return n;
}

int
busy (int n, int m)
{
  register long r10 __asm__ ("r10");
  __asm__ volatile ("movl %1, %k0" : "=r" (r10) : "r" (n));
  if (n < 2)
    return m;
  __asm__ volatile ("" : : "r" (r10));
  use (n);
  return n;
}

/* The value is used in another block than the prologue's.  */

int
late (int n, int m)
{
  register long r10 __asm__ ("r10");
  __asm__ volatile ("movl %1, %k0" : "=r" (r10) : "r" (n));
  if (n < 2)
    return m;
  char room[20];
  __asm__ volatile ("" : "=m" (room));
  if (room[0])
    __asm__ volatile ("" : : "r" (r10));
  use (n);
  return n;
}

__attribute__ ((optimize ("O0"))) int
unoptimised (int n)
{
  return use (n);
}
