/* million.c - N goroutines (a million) wait at once; prints the memory of each.
 *
 * A million take 4.3 GB: 4 KiB of stack each, and what the runtime notes.
 *
 * Build: gcc -O2 -fplugin=cgoplug.so million.c -o million -lcgo
 * Run: ./million 100000
 * Output: 100000 goroutines wait, [0-9]+ bytes each
 * Output: all have ended, their numbers add up to 4999950000
 *
 * SPDX-License-Identifier: MIT  */

#include <cgo.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static cgo_wg started = CGO_WG_INIT, ended = CGO_WG_INIT;
static cgo_mutex mutex = CGO_MUTEX_INIT;
static long sum;

static void
wait_for_close (cgo_chan *gate, long number)
{
  cgo_wg_done (&started);
  cgo_chan_recv (gate, NULL);
  cgo_mutex_lock (&mutex);
  sum += number;
  cgo_mutex_unlock (&mutex);
  cgo_wg_done (&ended);
}

static long
memory_in_use (void)
{
  long pages = 0;
  FILE *statm = fopen ("/proc/self/statm", "r");
  if (!statm || fscanf (statm, "%*d %ld", &pages) != 1)
    perror ("/proc/self/statm"), exit (1);
  fclose (statm);
  return pages * sysconf (_SC_PAGESIZE);
}

int
main (int argc, char **argv)
{
  long n = argc > 1 ? atol (argv[1]) : 1000000, before = memory_in_use ();
  cgo_chan *gate = cgo_chan_make (0, 0);
  cgo_wg_add (&started, n), cgo_wg_add (&ended, n);
  for (long i = 0; i < n; i++)
    if (cgo_go (wait_for_close, gate, i) != 0)
      perror ("cgo_go"), exit (1);
  cgo_wg_wait (&started);
  printf ("%ld goroutines wait, %ld bytes each\n", n,
	  (memory_in_use () - before) / n);
  cgo_chan_close (gate);
  cgo_wg_wait (&ended);
  printf ("all have ended, their numbers add up to %ld\n", sum);
}
