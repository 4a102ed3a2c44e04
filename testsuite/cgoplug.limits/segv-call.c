/* A call of a null pointer: no unwind information knows address 0, and the traceback
   begins at the caller.

   { dg-options "-g -DWHERE=0" }
   { dg-status abort }
   { dg-output "cgo: goroutine 1: SIGSEGV at 0x0 in work\n\ngoroutine 1 .running.:\n\twork at [^\n]*segv-call.c:13\n\tmain at [^\n]*segv-call.c:20\n(Segmentation fault[^\n]*\n)?" }  */

static void (*volatile nothing) (void) = (void (*) (void)) WHERE;

__attribute__ ((noinline)) static void
work (void)
{
  nothing ();
  __asm__ volatile ("");
}

int
main (void)
{
  work ();
  __asm__ volatile ("");
  return 0;
}
