/* parked.c - what a goroutine takes that waits: bytes each, of a million on one channel.

     parked [GOROUTINES]

   Set CGODEBUG=segment=2048 for the smaller first segment.

   SPDX-License-Identifier: MIT  */

#include <cgo.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static cgo_wg started = CGO_WG_INIT, ended = CGO_WG_INIT;

static void
park (cgo_chan *c)
{
  int v;
  cgo_wg_done (&started);
  cgo_chan_recv (c, &v);
  cgo_wg_done (&ended);
}

/* Resident bytes of the process.  */
static double
resident (void)
{
  unsigned long all, here = 0;
  FILE *f = fopen ("/proc/self/statm", "r");
  if (!f || fscanf (f, "%lu %lu", &all, &here) != 2)
    abort ();
  fclose (f);
  return (double) here * sysconf (_SC_PAGESIZE);
}

int
main (int argc, char **argv)
{
  int n = argc > 1 ? atoi (argv[1]) : 1000000;
  cgo_chan *c = cgo_chan_make (sizeof (int), 0);
  double before = resident ();
  cgo_wg_add (&started, n);
  cgo_wg_add (&ended, n);
  for (int i = 0; i < n; i++)
    if (cgo_go (park, c) != 0)
      {
	perror ("cgo_go");
	return 1;
      }
  cgo_wg_wait (&started);
  printf ("parked %.0f\n", (resident () - before) / n);
  cgo_chan_close (c);
  cgo_wg_wait (&ended);
  return 0;
}
