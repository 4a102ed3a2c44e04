/* The profiler of gperftools, a thousand times a second: its handler of SIGPROF, which it
   installs before the runtime starts, unwinds what it has interrupted, goroutines on small
   stacks and C below them.  If it ran on their stacks it would overrun them; if the unwinder did
   not get through ours the profile would name nobody.  (Go's CgoPprof, CgoCCodeSIGPROF.)

   { dg-foreign "profiler_c.c" }
   { dg-options "-rdynamic" }
   { dg-link "-Wl,--no-as-needed -l:libprofiler.so.0 -ldl" }
   { dg-env "CPUPROFILE=profiler.prof CPUPROFILE_FREQUENCY=1000" }
   { dg-output "(PROFILE: interrupts/evictions/bytes = .*)?" }
   { dg-require-file "/usr/lib/x86_64-linux-gnu/libprofiler.so.0 libgoogle-perftools4" }  */

#define _GNU_SOURCE 1
#include <cgo.h>
#include "profiler.h"
#include <time.h>

extern long c_spin (long) CGO_CALL;
extern void ProfilerStop (void) CGO_CALL;

enum { GOROUTINES = 4 };

static volatile int stop;
static cgo_wg wg;

NOINLINE long
g_deep (long n)
{
  volatile char room[40];
  room[0] = 1;
  for (volatile int i = 0; i < 200; i++)
    ;
  return n == 0 ? 0 : g_deep (n - 1) + room[0];
}

NOINLINE void
g_calls (void)
{
  CHECK (c_spin (30000) > 0);
  __asm__ volatile ("");
}

static void
work (void)
{
  while (!stop)
    {
      CHECK_EQ (g_deep (200), 200);
      g_calls ();
      cgo_gosched ();
    }
  cgo_wg_done (&wg);
}

static int deep, spin, below;

static void
see (const uintptr_t *pc, uintptr_t n, int times)
{
  int leaf = is_in (pc[0], "c_spin");
  deep += is_in (pc[0], "g_deep") ? times : 0;
  spin += leaf ? times : 0;
  below += leaf && is_below (pc, n, "g_calls") ? times : 0;
}

int
main (void)
{
  cgo_wg_add (&wg, GOROUTINES);
  for (int i = 0; i < GOROUTINES; i++)
    CHECK_EQ (cgo_go (work), 0);
  /* A second of computing, however long that takes here.  */
  while (clock () < CLOCKS_PER_SEC)
    cgo_sleep (10 * CGO_MILLISECOND);
  stop = 1;
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  ProfilerStop ();
  read_profile ("profiler.prof", see);
  if (deep < 5 || spin < 5 || below < 1)
    printf ("%d samples in goroutine code, %d in C, %d of these with its caller\n", deep, spin,
	    below);
  return 0;
}
