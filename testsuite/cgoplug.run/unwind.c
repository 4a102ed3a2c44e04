/* Without unwind information at every switch of stacks, profilers, sanitizers and
   exceptions see a goroutine end at its first segment: backtrace () and
   _Unwind_Backtrace see all callers, across segments, out of C, out of callbacks.

   { dg-foreign "unwind_c.c" }
   { dg-options "-fno-optimize-sibling-calls -D_GNU_SOURCE" }
   { dg-foreign-options "-D_GNU_SOURCE" }
   { dg-link "-rdynamic" }  */

#include <cgo.h>
#include "check.h"
#include "unwind-count.h"
#include <unwind.h>

int c_frames (void) CGO_CALL;
int c_through (int (*fn) (void)) CGO_CALL;

static _Unwind_Reason_Code
count (struct _Unwind_Context *context, void *arg)
{
  *(int *) arg += in_deep ((void *) _Unwind_GetIP (context));
  return _URC_NO_REASON;
}

CGO_EXPORT int
frames (void)
{
  void *pc[1024];
  int n = 0;
  _Unwind_Backtrace (count, &n);
  CHECK_EQ (count_deep (pc, backtrace (pc, 1024)), n);
  return n;
}

NOINLINE int
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

static void
all (int depth)
{
  for (int i = 0; i < depth; i += 7)
    {
      CHECK_EQ (deep (i, frames), i + 1);
      CHECK_EQ (deep (i, out_of_c), i + 1);
      CHECK_EQ (deep (i, through_c), i + 1);
    }
}

static void
worker (cgo_wg *wg)
{
  all (200);
  cgo_wg_done (wg);
}

int
main (void)
{
  cgo_wg wg = CGO_WG_INIT;
  all (400);
  cgo_wg_add (&wg, 1);
  CHECK_EQ (cgo_go (worker, &wg), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
