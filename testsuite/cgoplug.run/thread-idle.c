/* Goroutines that wait in C need a thread each.  When they are back these threads, and eight
   megabytes of address space for each one's stack, must not stay for ever: those that have had
   nothing to do for a while end, and new ones are made when they are needed again.

   { dg-env "CGODEBUG=threadidle=50" }
   { dg-timeout 60 }  */

#include <cgo.h>
#include "check.h"
#include <dirent.h>
#include <stdbool.h>
#include <unistd.h>

enum { BLOCKED = 30 };

static cgo_wg wg = CGO_WG_INIT;
static int end[2];		/* of a pipe */

static int
threads (void)
{
  int n = -2;			/* . and .. */
  DIR *d = opendir ("/proc/self/task");
  CHECK (d != NULL);
  while (readdir (d))
    n++;
  closedir (d);
  return n;
}

static void
block (void)
{
  char c;
  CHECK_EQ (read (end[0], &c, 1), 1);
  cgo_wg_done (&wg);
}

/* How many threads there are, once ENOUGH are or a while has passed.  */
static int
wait_for (bool (*enough) (int))
{
  int n = threads ();
  for (int i = 0; i < 5000 && !enough (n); i++)
    {
      cgo_sleep (CGO_MILLISECOND);
      n = threads ();
    }
  return n;
}

static bool
many (int n)
{
  return n >= BLOCKED;
}

/* One a processor is kept, this one runs, and one watches.  */
static bool
few (int n)
{
  return n <= cgo_maxprocs () + 2;
}

int
main (void)
{
  static const char bytes[BLOCKED];
  CHECK_EQ (pipe (end), 0);
  for (int round = 0; round < 3; round++)
    {
      cgo_wg_add (&wg, BLOCKED);
      for (int i = 0; i < BLOCKED; i++)
	CHECK_EQ (cgo_go (block), 0);
      CHECK (many (wait_for (many)));
      CHECK_EQ (write (end[1], bytes, BLOCKED), BLOCKED);
      cgo_wg_wait (&wg);
      CHECK (few (wait_for (few)));
    }
  return 0;
}
