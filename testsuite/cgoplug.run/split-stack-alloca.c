/* alloca in code of -fsplit-stack asks for blocks and never says when they end.  A loop that
   calls such a function a million times, at any place of a segment, and one over a scope with
   an array, must not grow.

   { dg-foreign "split-stack_c.c" }
   { dg-foreign-options "-fsplit-stack" }
   { dg-levels "-O2" }
   { dg-timeout 60 }  */

#include <cgo.h>
#include "check.h"
#include "split-stack.h"
#include <malloc.h>
#include <stdbool.h>
#include <string.h>

enum { BYTES = 8192, PLACES = 125, CALLS = 8000, LIMIT = 4 << 20 };

NOINLINE long g_deep (long n) { return n; }
NOINLINE long g_mutual (long n) { return n; }
NOINLINE void g_yield (void) { cgo_gosched (); }
NOINLINE void g_exit (void) { }

NOINLINE long
g_args (long a, long b, long c, long d, long e, long f, long g, struct wide w)
{
  return a + b + c + d + e + f + g + w.v[0];
}

static volatile bool whole;

NOINLINE void
g_fill (char *p, long bytes, char value)
{
  if (whole)
    memset (p, value, bytes);
  p[0] = p[bytes / 2] = p[bytes - 1] = value;
}

static size_t
memory (void)
{
  struct mallinfo2 m = mallinfo2 ();
  return m.uordblks + m.hblkhd;
}

NOINLINE static void
loop (int calls)
{
  for (int i = 0; i < calls; i++)
    CHECK (s_array (BYTES, 1) == 3);
}

/* What a function has left behind, and stands where another begins, must not keep that one's
   blocks from ending.  */
NOINLINE static void
pairs (void)
{
  for (int i = 0; i < 4; i++)
    for (int j = 0; j < 4; j++)
      {
	size_t before = memory ();
	CHECK_EQ (s_sized (i, BYTES), 2);
	for (int k = 0; k < 2 * LIMIT / BYTES; k++)
	  CHECK_EQ (s_sized (j, BYTES), 2);
	CHECK (memory () < before + LIMIT);
      }
}

/* 32 bytes further down at each level.  */
NOINLINE static void
at (int place, int calls)
{
  if (place > 0)
    at (place - 1, calls);
  pairs ();
  loop (calls);
  HIDE (place);
}

int
main (void)
{
  at (PLACES, 10);
  size_t before = memory ();
  at (PLACES, CALLS);
  CHECK (memory () < before + LIMIT);
  CHECK_EQ (s_scope (BYTES, 1000000), 2000000);
  CHECK (memory () < before + LIMIT);
  whole = true;
  CHECK_EQ (s_alloca (BYTES, 1000), 1001);
  cgo_gosched ();
  CHECK (memory () < before + LIMIT);
  return 0;
}
