/* SIGQUIT while all goroutines sleep and no thread of the runtime is awake: the kernel gives it to
   one that waits for work.

   { dg-foreign "quit_c.c" }
   { dg-status 2 }
   { dg-output "cgo: SIGQUIT\n" }
   { dg-output "\ngoroutine 1 .sleep, \[0-9\]+ m?s.:\n\tmain at \[^\n\]*\n" }
   { dg-output "\ngoroutine 2 .mutex lock 0x\[0-9a-f\]+ held by goroutine 1, \[0-9\]+ m?s.:\n\twaits at \[^\n\]*\ncreated by main at \[^\n\]*\n" }  */

#include <cgo.h>

void c_quit_later (void) CGO_CALL;

static cgo_mutex m;

__attribute__ ((noinline)) static int
waits (void)
{
  int r = cgo_mutex_lock (&m);
  return r + 1;
}

int
main (void)
{
  cgo_mutex_lock (&m);
  cgo_go (waits);
  c_quit_later ();
  cgo_sleep (20 * CGO_SECOND);
  return 0;
}
