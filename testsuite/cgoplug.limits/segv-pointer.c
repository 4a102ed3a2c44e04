/* A call through a pointer to nowhere: the place is the caller's, and the address is the pointer,
   not where the stub of the call looked for a mark.

   { dg-options "-g" }
   { dg-status abort }
   { dg-output "cgo: goroutine 1: SIGSEGV at 0x1234567 in work\n\ngoroutine 1 .running.:\n\twork at [^\n]*segv-pointer.c:13\n\tmain at [^\n]*segv-pointer.c:20\n(Segmentation fault[^\n]*\n)?" }  */

static void (*volatile nowhere) (void) = (void (*) (void)) 0x1234567;

__attribute__ ((noinline)) static void
work (void)
{
  nowhere ();
  __asm__ volatile ("");
}

int
main (void)
{
  work ();
  __asm__ volatile ("");
  return 0;
}
