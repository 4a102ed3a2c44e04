/* Without locks that are a goroutine's own or forgotten in the child, a fork at the
   wrong moment leaves them held: many goroutines sleep while one forks, and its
   children sleep too.

   { dg-levels "-O2" }
   { dg-procs "1 2 4" }  */

#include <cgo.h>
#include "check.h"
#include <signal.h>
#include <sys/wait.h>

enum { SLEEPERS = 40, CHILDREN = 150 };

static volatile int stop;
static cgo_wg wg;

static void
sleeper (int64_t ns)
{
  while (!stop)
    cgo_sleep (ns);
  cgo_wg_done (&wg);
}

int
main (void)
{
  cgo_wg_add (&wg, SLEEPERS);
  for (int i = 0; i < SLEEPERS; i++)
    CHECK_EQ (cgo_go (sleeper, i % 4 ? 20 * CGO_MICROSECOND : 1), 0);
  for (int i = 0; i < CHILDREN; i++)
    {
      int status;
      pid_t child = fork ();
      CHECK (child >= 0);
      if (child == 0)
	{
	  alarm (20);
	  cgo_sleep (CGO_MICROSECOND);
	  _exit (21);
	}
      CHECK_EQ (waitpid (child, &status, 0), child);
      CHECK (WIFEXITED (status) && WEXITSTATUS (status) == 21);
    }
  stop = 1;
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
