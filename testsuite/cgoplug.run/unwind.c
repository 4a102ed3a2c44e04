/* Without unwind information at every switch of stacks, profilers, sanitizers and
   exceptions see a goroutine end at its first segment: backtrace () and
   _Unwind_Backtrace see all callers, across segments, out of C, out of callbacks.

   { dg-foreign "unwind_c.c" }
   { dg-link "-rdynamic" }  */

#include <cgo.h>
#include "check.h"
#include <execinfo.h>
#include <unwind.h>
#include <stdlib.h>
#include <string.h>

int c_frames (void) CGO_CALL;
int c_through (int (*fn) (void)) CGO_CALL;

static _Unwind_Reason_Code
count (struct _Unwind_Context *context, void *arg)
{
  (void) context;
  ++*(int *) arg;
  return _URC_NO_REASON;
}

CGO_EXPORT int
frames (void)
{
  void *pc[512];
  int n = 0;
  _Unwind_Backtrace (count, &n);
  int m = backtrace (pc, 512);
  CHECK (n - m <= 1 && m - n <= 1);
  return m;
}

NOINLINE static int
deep (long depth, int (*fn) (void))
{
  volatile char room[100];
  room[0] = 0;
  return depth == 0 ? fn () : deep (depth - 1, fn) + room[0];
}

NOINLINE static int
out_of_c (void)
{
  int n = c_frames ();
  HIDE (n);
  return n;
}

NOINLINE static int
through_c (void)
{
  int n = c_through (frames);
  HIDE (n);
  return n;
}

/* One more level of `deep' is one more frame: nothing is lost on the way.  */
static void
linear (int (*fn) (void), int depth)
{
  int base = deep (1, fn);
  CHECK (base >= 4 && base < 40);
  for (int i = 2; i < depth; i += 7)
    CHECK_EQ (deep (i, fn), base + i - 1);
}

static void
worker (cgo_wg *wg)
{
  linear (frames, 200);
  linear (out_of_c, 200);
  linear (through_c, 200);
  cgo_wg_done (wg);
}

int
main (void)
{
  cgo_wg wg = CGO_WG_INIT;
  linear (frames, 400);
  linear (out_of_c, 400);
  linear (through_c, 400);
  cgo_wg_add (&wg, 1);
  CHECK_EQ (cgo_go (worker, &wg), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
/* -fno-optimize-sibling-calls: `deep' must keep its frames.
   { dg-options "-fno-optimize-sibling-calls" }  */
