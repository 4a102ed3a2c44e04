/* The profiler of gperftools, a thousand times a second: its handler of SIGPROF, which it
   installs before the runtime starts, unwinds what it has interrupted, goroutines on small
   stacks and C below them.  If it ran on their stacks it would overrun them; if the unwinder did
   not get through ours the profile would name nobody.  (Go's CgoPprof, CgoPprofThread,
   CgoCCodeSIGPROF.)

   { dg-foreign "profiler_c.c" }
   { dg-options "-rdynamic" }
   { dg-link "-Wl,--no-as-needed -l:libprofiler.so.0 -ldl" }
   { dg-env "CPUPROFILE=profiler.prof CPUPROFILE_FREQUENCY=1000" }
   { dg-output "(PROFILE: interrupts/evictions/bytes = .*)?" }
   { dg-require-file "/usr/lib/x86_64-linux-gnu/libprofiler.so.0 libgoogle-perftools4" }  */

#define _GNU_SOURCE 1
#include <cgo.h>
#include "check.h"
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

extern long c_spin (long) CGO_CALL;
extern void ProfilerStop (void) CGO_CALL;

enum { SECOND_FIELDS = 5, GOROUTINES = 4 };

static volatile int stop;
static cgo_wg wg;

NOINLINE long
g_deep (long n)
{
  volatile char room[40];
  room[0] = 1;
  for (volatile int i = 0; i < 20; i++)
    ;
  return n == 0 ? 0 : g_deep (n - 1) + room[0];
}

NOINLINE void
g_calls (void)
{
  CHECK (c_spin (3000) > 0);
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

static int
is_in (uintptr_t pc, const char *name)
{
  Dl_info i;
  return (dladdr ((void *) pc, &i) && i.dli_sname
	  && strncmp (i.dli_sname, name, strlen (name)) == 0);
}

/* Records of words: how often, how many addresses, the addresses; the leaf first.  */
static void
look (void)
{
  uintptr_t head[SECOND_FIELDS], record[2], pc[256];
  int deep = 0, spin = 0, below = 0;
  FILE *f = fopen ("profiler.prof", "r");
  CHECK (f != NULL);
  CHECK_EQ (fread (head, sizeof head, 1, f), 1);
  while (fread (record, sizeof record, 1, f) == 1 && record[0] && record[1] <= 256)
    {
      CHECK_EQ (fread (pc, sizeof *pc, record[1], f), record[1]);
      deep += is_in (pc[0], "g_deep");
      int leaf = is_in (pc[0], "c_spin");
      spin += leaf;
      for (uintptr_t i = 1; i < record[1] && leaf; i++)
	below += is_in (pc[i] - 1, "g_calls");
    }
  fclose (f);
  remove ("profiler.prof");
  if (deep < 5 || spin < 5 || below < 1)
    printf ("%d samples in goroutine code, %d in C, %d of these with its caller\n", deep, spin,
	    below);
}

int
main (void)
{
  cgo_wg_add (&wg, GOROUTINES);
  for (int i = 0; i < GOROUTINES; i++)
    CHECK_EQ (cgo_go (work), 0);
  cgo_sleep (CGO_SECOND);
  stop = 1;
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  ProfilerStop ();
  look ();
  return 0;
}
