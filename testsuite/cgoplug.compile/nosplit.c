/* Functions that must not be checked are not: cgo_nosplit, GCC's own no_split_stack,
   and those that run before anything is set up.

   { dg-options "-O2 -mgeneral-regs-only" }
   { dg-final { scan-function-not "a" "__morestack" } }
   { dg-final { scan-function-not "b" "__morestack" } }
   { dg-final { scan-function-not "bare" "__morestack|%fs" } }
   { dg-final { scan-function-not "handler" "__morestack|%fs" } }
   { dg-final { scan-function-not "saves_all" "__morestack|%fs" } }
   { dg-final { scan-function-not "resolve" "__morestack" } }  */

extern int g (int *);
int f1 (void);

__attribute__ ((cgo_nosplit)) int
a (int x)
{
  int v[4] = { x, x, x, x };
  return g (v) + v[1];
}

__attribute__ ((__cgo_nosplit__)) int
b (int x)
{
  int v[4] = { x, x, x, x };
  return g (v) + v[1];
}

/* More than any function without a check may have.  */

__attribute__ ((naked)) void
bare (void)
{
  volatile char room[1000];
  __asm__ ("ret" : "=m" (room));
}

struct frame;

__attribute__ ((interrupt)) void
handler (struct frame *f)
{
  volatile char room[1000];
  room[0] = f != 0;
}

__attribute__ ((no_caller_saved_registers)) void
saves_all (void)
{
  volatile char room[1000];
  room[0] = 1;
}

void *
resolve (void)
{
  int v[4] = { 0 };
  return g (v) ? (void *) f1 : (void *) 0;
}
int f2 (void) __attribute__ ((ifunc ("resolve")));
