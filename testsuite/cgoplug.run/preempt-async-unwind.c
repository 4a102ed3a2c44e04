/* Goroutines call C that calls back, and are stopped by signals (preempt=async) in the callback,
   with C's frames below it.  Each takes a traceback of its own stack afterwards, and another one
   of all stacks meanwhile.  If a traceback did not get through the place of the stop, and through
   C to where the goroutine began, frames would be missing, or the unwinder would fault.
   (Go's TracebackContextPreemption.)

   { dg-foreign "unwind_c.c" }
   { dg-options "-fplugin-arg-cgoplug-preempt=async -fno-optimize-sibling-calls -D_GNU_SOURCE" }
   { dg-foreign-options "-D_GNU_SOURCE" }
   { dg-link "-rdynamic" }  */

#include <cgo.h>
#include "check.h"
#include "unwind-count.h"
#include <fcntl.h>
#include <string.h>
#include <unistd.h>
#include <unwind.h>

enum { CALLERS = 5, DEPTH = 2, STOPPED = 20 };

int c_through (int (*fn) (void)) CGO_CALL;

static volatile unsigned ticks;
static volatile int end;
static int file, err;
static cgo_wg wg;

static _Unwind_Reason_Code
count (struct _Unwind_Context *context, void *arg)
{
  *(int *) arg += in_deep ((void *) _Unwind_GetIP (context));
  return _URC_NO_REASON;
}

/* Until there has been a dump: if all Ps have a goroutine here, one must be stopped for that.  */
CGO_EXPORT int
back (void)
{
  int n = 0;
  unsigned seen = ticks;
  while (ticks == seen && !end)
    ;
  _Unwind_Backtrace (count, &n);
  return n;
}

NOINLINE int
deep (long depth, int (*fn) (void))
{
  volatile char room[100];
  room[0] = 0;
  int n = depth == 0 ? c_through (fn) : deep (depth - 1, fn);
  return n + room[0];
}

static void
calls (void)
{
  while (!end)
    CHECK_EQ (deep (DEPTH, back), DEPTH + 1);
  cgo_wg_done (&wg);
}

/* What stands in TEXT of one goroutine; whether it was stopped in a callback.  */
static int
look (const char *text)
{
  static const char *const callers[] = { "c_through", "deep", "deep", "deep", "calls",
					 "created by main" };
  const char *at = strstr (text, "\tback at ");
  if (!at)
    return 0;
  for (unsigned i = 0; i < sizeof callers / sizeof *callers; i++)
    {
      at = strchr (at, '\n');
      CHECK (at != NULL);
      at += strspn (at, "\n\t");
      CHECK_EQ (strncmp (at, callers[i], strlen (callers[i])), 0);
    }
  return strstr (text, " [runnable") && strstr (text, "]:\n\tback at ");
}

/* How many were.  */
static int
dump (void)
{
  static char text[1 << 16];
  int stopped = 0;
  CHECK_EQ (ftruncate (file, 0), 0);
  CHECK_EQ (dup2 (file, 2), 2);
  cgo_stack_dump ();
  CHECK_EQ (dup2 (err, 2), 2);
  long size = pread (file, text, sizeof text - 1, 0);
  CHECK (size > 0);
  text[size] = 0;
  for (char *from = text, *next; from; from = next)
    {
      next = strstr (from + 1, "\ngoroutine ");
      if (next)
	*next++ = 0;
      stopped += look (from);
    }
  return stopped;
}

int
main (void)
{
  file = open ("preempt-async-unwind.txt", O_RDWR | O_CREAT | O_TRUNC | O_APPEND, 0600);
  err = dup (2);
  CHECK (file >= 0 && err >= 0);
  CHECK_EQ (unlink ("preempt-async-unwind.txt"), 0);
  cgo_wg_add (&wg, CALLERS);
  for (int i = 0; i < CALLERS; i++)
    CHECK_EQ (cgo_go (calls), 0);
  for (int stopped = 0; stopped < STOPPED; ticks++)
    {
      stopped += dump ();
      cgo_gosched ();
    }
  end = 1;
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
