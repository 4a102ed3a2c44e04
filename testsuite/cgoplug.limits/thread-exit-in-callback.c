/* A foreign thread ends (pthread_exit) inside its callback, under goroutine
   frames: a named error.

   { dg-foreign "callback-thread-exit_c.c" }
   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: [^\n]*a thread ends inside a callback\n" }  */

#include <cgo.h>
#include <pthread.h>

void c_threads (int n, void (*fn) (void)) CGO_CALL;

CGO_EXPORT void
end (void)
{
  pthread_exit (NULL);
}

int
main (void)
{
  c_threads (1, end);
  return 0;
}
