/* No memory for another goroutine: cgo_go says so with -1 and ENOMEM, and those that
   exist go on.

   { dg-nostress "a goroutine that exists takes more memory there at once" }
   { dg-timeout 60 }  */

#include <cgo.h>
#include "check.h"
#include <errno.h>
#include <sys/resource.h>

static cgo_wg wg;
static cgo_chan *gate;

static void
waits (void)
{
  cgo_chan_recv (gate, NULL);
  cgo_wg_done (&wg);
}

int
main (void)
{
  struct rlimit little = { 256 << 20, 256 << 20 };
  int n;
  gate = cgo_chan_make (0, 0);
  CHECK_EQ (setrlimit (RLIMIT_AS, &little), 0);
  for (n = 0; n < 10000000; n++)
    {
      cgo_wg_add (&wg, 1);
      if (cgo_go (waits) != 0)
	break;
    }
  CHECK_EQ (errno, ENOMEM);
  cgo_wg_done (&wg);
  CHECK (n > 1000 && n < 10000000);
  cgo_chan_close (gate);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
