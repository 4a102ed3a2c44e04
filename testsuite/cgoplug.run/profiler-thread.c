/* The profiler of gperftools on threads that C made: one that the runtime never sees, and one
   that calls back.  If its signal did not come to them, or its handler not get through a callback,
   the profile would not name what the first computes, or what the second does in goroutine code
   and the C below that.  (Go's CgoPprofThread, CgoPprofThreadNoTraceback, CgoPprofCallback.)

   { dg-foreign "profiler-thread_c.c profiler_c.c" }
   { dg-options "-rdynamic" }
   { dg-link "-Wl,--no-as-needed -l:libprofiler.so.0 -ldl" }
   { dg-env "CPUPROFILE=profiler-thread.prof CPUPROFILE_FREQUENCY=1000" }
   { dg-output "(PROFILE: interrupts/evictions/bytes = .*)?" }
   { dg-require-file "/usr/lib/x86_64-linux-gnu/libprofiler.so.0 libgoogle-perftools4" }  */

#define _GNU_SOURCE 1
#include <cgo.h>
#include "profiler.h"

extern void c_threads (void) CGO_CALL;
extern void ProfilerStop (void) CGO_CALL;

static int alone, in_callback, with_caller;

NOINLINE long
g_hog (long n)
{
  volatile long sum = 0;
  for (long i = 0; i < n; i++)
    sum += i;
  return sum;
}

CGO_EXPORT long
back (long n)
{
  long r = g_hog (n);
  HIDE (r);
  return r;
}

static void
see (const uintptr_t *pc, uintptr_t n, int times)
{
  int called_back = is_in (pc[0], "g_hog");
  alone += is_in (pc[0], "c_spin") ? times : 0;
  in_callback += called_back ? times : 0;
  with_caller += called_back && is_below (pc, n, "c_calls_back") ? times : 0;
}

int
main (void)
{
  c_threads ();
  ProfilerStop ();
  read_profile ("profiler-thread.prof", see);
  if (alone < 3 || in_callback < 3 || with_caller < 1)
    printf ("%d samples on a thread of C, %d in callbacks, %d of these with the caller\n", alone,
	    in_callback, with_caller);
  return 0;
}
