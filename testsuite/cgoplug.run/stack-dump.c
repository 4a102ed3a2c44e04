/* cgo_stack_dump prints what all goroutines do and goes on: in goroutine code, in a callback from
   C, in a signal handler, on a thread of C's, whatever CGOTRACEBACK says; errno stays.

   { dg-foreign "stack-dump_c.c" }
   { dg-env "CGOTRACEBACK=none" }
   { dg-procs "1 2" }
   { dg-output "main\n\ngoroutine 1 \\\[running\\\]:\n\tmain at \[^\n\]*stack-dump.c:\[0-9\]+\n" }
   { dg-output "\ngoroutine \[0-9\]+ \\\[chan receive\\\]:\n\tdeep at \[^\n\]*:\[0-9\]+\n(\tdeep at \[^\n\]*:\[0-9\]+\n){30}\twaiter at \[^\n\]*\ncreated by main at \[^\n\]*\n" }
   { dg-output "callback\n\ngoroutine 1 \\\[running\\\]:\n\tcallback at \[^\n\]*\n\tc_call at \[^\n\]*\n\tmain at \[^\n\]*\n\ngoroutine .*" }
   { dg-output "handler\n\ngoroutine 1 \\\[running\\\]:\n\thandler at \[^\n\]*\n.*\t<signal handler called>\n.*\tmain at \[^\n\]*\n\ngoroutine .*" }
   { dg-output "thread\n\nno goroutine \\\[system stack\\\]:\n\tthread_start at .*\n\ngoroutine 1 .*\n\ngoroutine .*" }
   { dg-output "end\n" }  */

#include <cgo.h>
#include "check.h"

#include <errno.h>
#include <signal.h>
#include <unistd.h>

void c_call (void (*fn) (void)) CGO_CALL;
void c_thread (void (*fn) (void)) CGO_CALL;
void callback (void);

static cgo_chan *chan;

NOINLINE static int
deep (int n)
{
  volatile char room[500];
  room[0] = 0;
  int r = n == 0 ? cgo_chan_recv (chan, NULL) : deep (n - 1);
  HIDE (r);
  return r + room[0];
}

static void
waiter (void)
{
  int r = deep (30);
  HIDE (r);
}

CGO_EXPORT void
callback (void)
{
  dprintf (2, "callback\n");
  cgo_stack_dump ();
  HIDE (chan);
}

static void
handler (int sig)
{
  write (2, "handler\n", 8);	/* dprintf calls malloc */
  cgo_stack_dump ();
  HIDE (sig);
}

int
main (void)
{
  chan = cgo_chan_make (0, 0);
  cgo_go (waiter);
  cgo_sleep (100 * CGO_MILLISECOND);
  dprintf (2, "main\n");
  errno = 42;
  cgo_stack_dump ();
  CHECK_EQ (errno, 42);
  c_call (callback);
  signal (SIGUSR1, handler);
  raise (SIGUSR1);
  c_thread (cgo_stack_dump);
  dprintf (2, "end\n");
  return 0;
}
