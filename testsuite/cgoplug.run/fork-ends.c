/* The child of a fork has the goroutine that forked, main's or another.  When that and all it
   has started have ended, the child has, with 0, as after a thread that forked; main is not
   waited for, of which there is nothing in the child.  Else the child ends as a deadlock.  */

#include <cgo.h>
#include "check.h"
#include <sys/wait.h>

static cgo_wg wg;
static int says[2];

static void
later (void)
{
  cgo_sleep (10 * CGO_MILLISECOND);
  CHECK_EQ (write (says[1], "x", 1), 1);
}

static void
forks (void)
{
  int status;
  char c;
  CHECK_EQ (pipe (says), 0);
  pid_t child = fork ();
  if (child == 0)
    {
      CHECK_EQ (cgo_go (later), 0);
      return;
    }
  CHECK (child > 0);
  CHECK_EQ (waitpid (child, &status, 0), child);
  CHECK (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  CHECK_EQ (read (says[0], &c, 1), 1);
  cgo_wg_done (&wg);
}

int
main (void)
{
  cgo_wg_add (&wg, 1);
  CHECK_EQ (cgo_go (forks), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
