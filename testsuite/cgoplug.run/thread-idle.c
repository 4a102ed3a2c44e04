/* Goroutines that wait in C need a thread each.  When they are back these threads, and eight
   megabytes of address space for each one's stack, must not stay for ever: those that have had
   nothing to do for a while end, and new ones are made when they are needed again.

   { dg-env "CGODEBUG=threadidle=50" }
   { dg-timeout 60 }  */

#include <cgo.h>
#include "check.h"
#include <dirent.h>
#include <unistd.h>

enum { BLOCKED = 30 };

static cgo_wg wg = CGO_WG_INIT;

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
  usleep (100000);
  cgo_wg_done (&wg);
}

int
main (void)
{
  for (int round = 0; round < 3; round++)
    {
      cgo_wg_add (&wg, BLOCKED);
      for (int i = 0; i < BLOCKED; i++)
	CHECK_EQ (cgo_go (block), 0);
      cgo_sleep (50 * CGO_MILLISECOND);
      int most = threads ();
      cgo_wg_wait (&wg);
      /* One a processor is kept, this one runs, and one watches.  */
      int few = cgo_maxprocs () + 2;
      int now = threads ();
      for (int i = 0; i < 3000 && now > few; i++)
	{
	  cgo_sleep (CGO_MILLISECOND);
	  now = threads ();
	}
      CHECK (now <= few);
      CHECK (most >= BLOCKED / 2);
    }
  return 0;
}
