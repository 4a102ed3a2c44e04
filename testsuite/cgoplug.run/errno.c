/* Without an errno that travels with the goroutine, what C left there is another
   goroutine's after a switch; and GCC keeps `__errno_location ()' in a register
   across calls, which after a migration is another thread's.

   { dg-foreign "errno_c.c" }  */

#include <cgo.h>
#include "check.h"
#include <errno.h>
#include <fcntl.h>
#include <math.h>

int c_set (int) CGO_CALL;
int c_get (void) CGO_CALL;
int c_set_slow (int) CGO_CALL_BLOCKING;

static cgo_wg wg;

static void
worker (int n)
{
  for (int i = 0; i < 100; i++)
    {
      errno = n;
      cgo_gosched ();
      CHECK_EQ (errno, n);
      CHECK_EQ (c_get (), n);
      CHECK_EQ (c_set (n + 1000), -1);
      CHECK_EQ (errno, n + 1000);
      if (i % 10 == 0)
	{
	  cgo_sleep (1000);
	  CHECK_EQ (errno, n + 1000);
	  CHECK_EQ (c_set_slow (n + 2000), -1);
	  CHECK_EQ (errno, n + 2000);
	  cgo_gosched ();
	  CHECK_EQ (errno, n + 2000);
	}
      CHECK_EQ (open ("/nonexistent/file", O_RDONLY), -1);
      CHECK_EQ (errno, ENOENT);
    }
  cgo_wg_done (&wg);
}

int
main (void)
{
  cgo_wg_add (&wg, 8);
  for (int i = 0; i < 8; i++)
    CHECK_EQ (cgo_go (worker, i + 1), 0);
  errno = 77;
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  CHECK_EQ (errno, 77);
  return 0;
}
