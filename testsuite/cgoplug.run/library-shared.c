/* A program in plain C uses a library of goroutine code, and knows nothing of it: it is not
   linked with -lcgo, and main is no goroutine.  Without a start of the runtime on whatever
   thread comes first, with several at once, without Ms that the first thread too can give
   back, and without a look at whether C has left a callback by a longjmp that was libc's,
   the library works in goroutine programs only.

   { dg-library "shared" }
   { dg-foreign "library_c.c" }
   { dg-output "exit handler 55\nlibrary destructor\n" }
   { dg-timeout 60 }  */

#include <cgo.h>
#include "check.h"
#include "library.h"

static cgo_chan *pipe_chan, *never;
static _Atomic long ticks;
static __thread long mine;

static void
put (cgo_chan *c, long v)
{
  cgo_gosched ();
  CHECK_EQ (cgo_chan_send (c, &v), 0);
}

/* 1 + ... + N, each from a goroutine.  */
CGO_EXPORT long
lib_sum (long n)
{
  long v, sum = 0;
  CHECK (guard_slot () != 0);
  CHECK (cgo_goid () > 0);
  cgo_chan *c = cgo_chan_make (sizeof v, 0);
  for (long i = 1; i <= n; i++)
    CHECK_EQ (cgo_go (put, c, i), 0);
  for (long i = 1; i <= n; i++, sum += v)
    CHECK_EQ (cgo_chan_recv (c, &v), 1);
  cgo_chan_free (c);
  return sum;
}

CGO_EXPORT void
lib_send (long v)
{
  CHECK_EQ (cgo_chan_send (pipe_chan, &v), 0);
}

CGO_EXPORT long
lib_recv (void)
{
  long v;
  CHECK_EQ (cgo_chan_recv (pipe_chan, &v), 1);
  return v;
}

NOINLINE static long
deep (long n, void (*fn) (void *), void *arg)
{
  volatile char room[500];
  room[n % 500] = 1;
  if (n > 0)
    return deep (n - 1, fn, arg) + room[n % 500];
  fn (arg);
  return 0;
}

/* FN is C.  */
CGO_EXPORT long
lib_call (void (*fn) (void *), void *arg, long depth)
{
  mine++;
  return deep (depth, fn, arg);
}

static void
waits (void)
{
  long v;
  cgo_chan_recv (never, &v);
}

static void
counts (void)
{
  for (;;)
    {
      ticks++;
      cgo_sleep (CGO_MILLISECOND);
    }
}

/* Goroutines that are there when the program ends.  */
CGO_EXPORT void
lib_background (void)
{
  CHECK_EQ (cgo_go (waits), 0);
  CHECK_EQ (cgo_go (counts), 0);
}

CGO_EXPORT long
lib_ticks (void)
{
  return ticks;
}

CGO_EXPORT int
lib_goroutines (void)
{
  return cgo_numgoroutine ();
}

__attribute__ ((constructor)) static void
load (void)
{
  CHECK_EQ (guard_slot (), 0);
  pipe_chan = cgo_chan_make (sizeof (long), 0);
  never = cgo_chan_make (sizeof (long), 0);
}

__attribute__ ((destructor)) static void
unload (void)
{
  dprintf (1, "library destructor\n");
}
