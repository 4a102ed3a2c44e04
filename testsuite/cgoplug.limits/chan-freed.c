/* A freed channel is a named error in whatever is done with it, as long as nobody else has its
   memory: its lock is then what free left there, and who waits for that waits for ever.

   { dg-env "CGOTRACEBACK=none" }
   { dg-output "(cgo: goroutine 1: free of freed channel\ncgo: goroutine 1: send on freed channel\n" }
   { dg-output "cgo: goroutine 1: send on freed channel\ncgo: goroutine 1: send on freed channel\n" }
   { dg-output "cgo: goroutine 1: receive on freed channel\ncgo: goroutine 1: receive on freed channel\n" }
   { dg-output "cgo: goroutine 1: receive on freed channel\n" }
   { dg-output "cgo: goroutine 1: close of freed channel\ncgo: goroutine 1: length of freed channel\n" }
   { dg-output "cgo: goroutine 1: capacity of freed channel\n" }
   { dg-output "cgo: goroutine 1: signals on freed channel\n){3}" }  */

#include <cgo.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#include "check.h"

static void
misuse (int how, cgo_chan *freed)
{
  int v = 0;
  switch (how)
    {
    case 0: cgo_chan_free (freed); break;
    case 1: cgo_chan_send (freed, &v); break;
    case 2: cgo_chan_try_send (freed, &v); break;
    case 3: cgo_chan_send_until (freed, &v, 0); break;
    case 4: cgo_chan_recv (freed, &v); break;
    case 5: cgo_chan_try_recv (freed, &v); break;
    case 6: cgo_chan_recv_until (freed, &v, 0); break;
    case 7: cgo_chan_close (freed); break;
    case 8: cgo_chan_len (freed); break;
    case 9: cgo_chan_cap (freed); break;
    case 10: cgo_signal_notify (freed, SIGUSR1); break;
    }
}

static void
each (size_t capacity)
{
  for (int how = 0; how <= 10; how++)
    {
      int status;
      pid_t pid = fork ();
      if (!pid)
	{
	  cgo_chan *c = cgo_chan_make (sizeof (int), capacity);
	  cgo_chan_free (c);
	  misuse (how, c);
	  _exit (0);
	}
      CHECK_EQ (waitpid (pid, &status, 0), pid);
      CHECK (WIFEXITED (status));
      CHECK_EQ (WEXITSTATUS (status), 2);
    }
}

int
main (void)
{
  each (0);
  each (100);
  each (10000);
  return 0;
}
