/* Objects of `gcc -fsplit-stack' linked with goroutine code: without the rest of libgcc's
   split-stack functions in libcgo, beside __morestack, they do not link, or take libgcc's,
   which know nothing of goroutines.  They and goroutine code call each other, down many
   segments, with all kinds of arguments, alloca and pointers.

   { dg-foreign "split-stack_c.c" }
   { dg-foreign-options "-fsplit-stack" }  */

#include <cgo.h>
#include "check.h"
#include "split-stack.h"
#include <stdarg.h>
#include <string.h>

#ifndef WORKERS
#define WORKERS 20
#endif
#ifndef DEPTH
#define DEPTH 1000
#endif
#ifndef MORE_TESTS
#define MORE_TESTS
#endif

NOINLINE long
g_deep (long n)
{
  volatile char room[100];
  room[0] = 1;
  return n > 0 ? g_deep (n - 1) + room[0] : 0;
}

NOINLINE long
g_mutual (long n)
{
  volatile long room[30];
  room[11] = n;
  return n > 0 ? s_mutual (n - 1) + 1 : room[11];
}

NOINLINE void
g_fill (char *p, long bytes, char value)
{
  memset (p, value, bytes);
}

NOINLINE void
g_yield (void)
{
  cgo_gosched ();
}

NOINLINE long
g_args (long a, long b, long c, long d, long e, long f, long g, struct wide w)
{
  return a + b + c + d + e + f + g + w.v[8] + g_deep (20);
}

/* Through pointers it is C, and runs on g0.  */
static void
pointers (void)
{
  static long (*volatile split) (long) = s_deep;
  CHECK_EQ (split (500), 500);
  CHECK_EQ (s_pointer (g_deep, 300), 300);
  CHECK_EQ (s_pointer (s_deep, 300), 300);
#ifndef NO_VARIADIC
  static long (*volatile sum) (long, ...) = s_sum;
  CHECK_EQ (sum (7, 1, 1., 2, 2., 3, 3., 4, 4., 5, 5., 6, 6., 7, 7.), 56);
#endif
}

static void
arguments (void)
{
  struct odd o = { { 0 } };
  struct wide w = { { 0 } };
  o.c[12] = DEPTH % 100;
  CHECK_EQ (s_args (DEPTH, 1, 2, 3, 4, 5, DEPTH + 1, DEPTH + 2, DEPTH + .5L, o),
	    DEPTH + 15);
  w = s_struct (w, DEPTH);
  CHECK_EQ (w.v[0], DEPTH + 1);
  CHECK_EQ (w.v[11], DEPTH + 1);
  CHECK (s_floats (1, 2, 3, 4, 5, 6, 7, 8, 9, 90) == 285);
#ifndef NO_VARIADIC
  for (long i = 0; i < 40; i++)
    CHECK_EQ (g_deep (i) - i
	      + s_sum (10, 1, 1., 2, 2., 3, 3., 4, 4., 5, 5., 6, 6., 7, 7., 8, 8., 9, 9.,
		       10, 10.), 110);
  CHECK_EQ (s_sum_deep (DEPTH, 9, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 0L),
	    36 + (long) DEPTH * (DEPTH - 1) / 2);
  CHECK_EQ (s_nested (DEPTH), DEPTH);
#endif
}

static void
memory (void)
{
  for (long bytes = 1; bytes < 30000; bytes = bytes * 5 + 7)
    {
      CHECK_EQ (s_alloca (bytes, 20), 21);
      CHECK_EQ (s_array (bytes, 20), 60);
      CHECK_EQ (s_scope (bytes, 20), 40);
      CHECK_EQ (s_both (bytes, 10), 11);
    }
}

static void
all (void)
{
  CHECK_EQ (s_deep (DEPTH), DEPTH);
  CHECK_EQ (s_mutual (DEPTH), DEPTH);
  CHECK_EQ (s_frame (3), 3);
  arguments ();
  memory ();
  CHECK_EQ (s_switch (30), 0);
  pointers ();
  CHECK_EQ (s_wait (60), 117);
  CHECK (guard_slot () != 0);
}

static void
worker (cgo_wg *wg)
{
  all ();
  cgo_wg_done (wg);
}

/* The goroutine ends below split-stack code.  */
static cgo_wg ends = CGO_WG_INIT;

NOINLINE void
g_exit (void)
{
  cgo_wg_done (&ends);
  cgo_goexit ();
}

static void
ender (void)
{
  s_throw (50);
}

int
main (void)
{
  cgo_wg wg = CGO_WG_INIT;
  all ();
  MORE_TESTS;
  cgo_wg_add (&wg, WORKERS);
  cgo_wg_add (&ends, WORKERS);
  for (int i = 0; i < WORKERS; i++)
    {
      CHECK_EQ (cgo_go (worker, &wg), 0);
      CHECK_EQ (cgo_go (ender), 0);
    }
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  CHECK_EQ (cgo_wg_wait (&ends), 0);
  return 0;
}
