/* The same where the stub cannot look by itself, at the beginning of a page, and has the runtime
   look there: that is not the place either.

   { dg-options "-g" }
   { dg-status abort }
   { dg-output "cgo: goroutine 1: SIGSEGV at 0x1234000 in work\n\ngoroutine 1 .running.:\n\twork at [^\n]*segv-pointer-page.c:13\n\tmain at [^\n]*segv-pointer-page.c:20\n(Segmentation fault[^\n]*\n)?" }  */

static void (*volatile nowhere) (void) = (void (*) (void)) 0x1234000;

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
