/* A null channel is a named error in whatever is done with it, and the message says what that was:
   not a crash somewhere in the library.

   { dg-env "CGOTRACEBACK=none" }
   { dg-output "cgo: goroutine 1: send on null channel\ncgo: goroutine 1: send on null channel\n" }
   { dg-output "cgo: goroutine 1: send on null channel\n" }
   { dg-output "cgo: goroutine 1: receive on null channel\ncgo: goroutine 1: receive on null channel\n" }
   { dg-output "cgo: goroutine 1: receive on null channel\n" }
   { dg-output "cgo: goroutine 1: close of null channel\ncgo: goroutine 1: length of null channel\n" }
   { dg-output "cgo: goroutine 1: capacity of null channel\n" }  */

#include <cgo.h>
#include <sys/wait.h>
#include <unistd.h>
#include "check.h"

static void
misuse (int how, cgo_chan *none)
{
  int v = 0;
  switch (how)
    {
    case 0: cgo_chan_send (none, &v); break;
    case 1: cgo_chan_try_send (none, &v); break;
    case 2: cgo_chan_send_until (none, &v, 0); break;
    case 3: cgo_chan_recv (none, &v); break;
    case 4: cgo_chan_try_recv (none, &v); break;
    case 5: cgo_chan_recv_until (none, &v, 0); break;
    case 6: cgo_chan_close (none); break;
    case 7: cgo_chan_len (none); break;
    case 8: cgo_chan_cap (none); break;
    }
}

int
main (void)
{
  cgo_chan_free (NULL);
  for (int how = 0; how <= 8; how++)
    {
      int status;
      pid_t pid = fork ();
      if (!pid)
	{
	  misuse (how, NULL);
	  _exit (0);
	}
      CHECK_EQ (waitpid (pid, &status, 0), pid);
      CHECK (WIFEXITED (status));
      CHECK_EQ (WEXITSTATUS (status), 2);
    }
  return 0;
}
