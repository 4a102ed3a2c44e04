/* Without a check of its own alloca runs past the end of a segment.  Small and large,
   at every depth of the first segments, aligned, in recursion, and in loops of a
   million, which must not grow: arrays end with their scope, however it is left.  */

#include <alloca.h>
#include <cgo.h>
#include "check.h"
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

NOINLINE static long
fill (volatile char *p, size_t n, char c)
{
  for (size_t i = 0; i < n; i++)
    p[i] = c;
  return n ? p[n - 1] : c;
}

NOINLINE static void
two (size_t n)
{
  char *p = alloca (n);
  char *q = __builtin_alloca_with_align (n + 1, 4096);
  fill (p, n, 1);
  fill (q, n + 1, 2);
  CHECK (((size_t) p & 15) == 0 && ((size_t) q & 511) == 0);
  for (size_t i = 0; i < n; i++)
    CHECK (p[i] == 1 && q[i] == 2);
}

/* An array after one that stays, left by continue, break, goto and return.  */

NOINLINE static long
scopes (long times, size_t n)
{
  long r = 0;
  char *kept = alloca (n);
  fill (kept, n, 9);
  for (long i = 0; i < times; i++)
    {
      char a[n + i % 7];
      r += fill (a, n + i % 7, 1);
      if (i % 3 == 0)
	continue;
      char b[n];
      r += fill (b, n, 2);
      if (i % 5 == 0)
	goto next;
      if (r < 0)
	break;
      if (i == times + 1)
	return 0;
    next:;
    }
  CHECK (kept[0] == 9 && kept[n - 1] == 9);
  return r;
}

static inline long
inlined (size_t n)
{
  char *p = alloca (n);
  return fill (p, n, 3);
}

NOINLINE static long
recurse (int depth, size_t n)
{
  int a[n];
  for (size_t i = 0; i < n; i++)
    a[i] = depth;
  long r = depth ? recurse (depth - 1, n + 1) : 0;
  for (size_t i = 0; i < n; i++)
    CHECK_EQ (a[i], depth);
  return r + a[0];
}

NOINLINE static void
at_depth (int n, size_t size)
{
  volatile char room[100];
  room[n] = n;
  if (n)
    at_depth (n - 1, size);
  else
    two (size);
  room[n]++;
}

static long
most_memory (void)
{
  struct rusage u;
  getrusage (RUSAGE_SELF, &u);
  return u.ru_maxrss;
}

static void
ends_with_one (cgo_wg *wg)
{
  fill (alloca (5000), 5000, 1);
  cgo_wg_done (wg);
  cgo_goexit ();
}

int
main (void)
{
  for (int n = 0; n < 100; n++)
    at_depth (n, 700 + n);
  for (size_t n = 0; n < 9000; n += 61)
    two (n);
  two (3000000);
  CHECK_EQ (recurse (100, 1), 5050);
  long before = most_memory ();
  CHECK_EQ (scopes (1000000, 900), 2333332);
  for (int i = 0; i < 1000000; i++)
    CHECK_EQ (inlined (1000), 3);
  cgo_wg wg = CGO_WG_INIT;
  for (int i = 0; i < 10000; i++)
    {
      cgo_wg_add (&wg, 1);
      cgo_go (ends_with_one, &wg);
      cgo_wg_wait (&wg);
    }
  CHECK (most_memory () - before < 4000);
  return 0;
}
