/* -pg: what GCC calls at the start of each function stays within the slack, on 4 KiB stacks
   too, and the handler of SIGPROF, which libc installs for itself, does not run on them.
   Without the latter the kernel's frame of 1 to 3 KiB overruns a segment a hundred times a
   second; by a lazy PLT the first mcount does.

   { dg-options "-pg -Wl,-z,lazy" }
   { dg-env "CGODEBUG=guardpage=1" }
   { dg-require-file "/usr/lib/x86_64-linux-gnu/gcrt1.o libc6-dev" }  */

#include <cgo.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>
#include "check.h"

static volatile int stop;

NOINLINE static long
fib (int n)
{
  return n < 2 ? n : fib (n - 1) + fib (n - 2);
}

/* Goes down as far as the segment allows, and stays there for a while.  */
NOINLINE static int
low (int n)
{
  volatile char room[100];
  volatile int spin = 0;
  room[n % 100] = 1;
  if (n > 0 && (unsigned long) __builtin_frame_address (0) > guard_slot () + 170)
    return low (n - 1) + room[n % 100] - 1;
  while (spin < 100000)
    spin++;
  return 0;
}

static void
work (cgo_wg *wg)
{
  while (!stop)
    CHECK (fib (15) == 610 && low (100) == 0);
  cgo_wg_done (wg);
}

static double
cpu (void)
{
  struct timespec t;
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

int
main (void)
{
  struct sigaction handler;
  cgo_wg wg = CGO_WG_INIT;
  sigaction (SIGPROF, NULL, &handler);
  CHECK (handler.sa_handler != SIG_DFL);
  cgo_wg_add (&wg, 20);
  for (int i = 0; i < 20; i++)
    CHECK (cgo_go (work, &wg) == 0);
  while (cpu () < .5)
    cgo_sleep (10 * 1000 * 1000);
  stop = 1;
  cgo_wg_wait (&wg);
  return 0;
}
