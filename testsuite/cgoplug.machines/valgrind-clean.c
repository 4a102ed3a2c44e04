/* What valgrind would take for an error if the runtime did not tell it, or went another way: more
   arguments on the stack than its red zone has, put on a segment that was in use before, by a
   growth, a callback, cgo_go; C's frames that end where the initial thread's stack was not
   touched yet; calls through pointers to nested functions, and to the first of a page, before
   which there is nothing.

   { dg-foreign "valgrind-clean_c.c" }
   { dg-options "-Wno-trampolines" }
   { dg-link "-z execstack" }

   SPDX-License-Identifier: MIT  */

#include <cgo.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include "check.h"
#include "valgrind-clean.h"

enum { N = 40, DOWN = 1000 };

long c_down (long n) CGO_CALL;
long c_wide (struct wide w, long n) CGO_CALL;

static NOINLINE long
wide (struct wide w, long n)
{
  volatile char room[300];
  room[n % 300] = 0;
  return w.v[0] + w.v[63] + room[n % 300];
}

CGO_EXPORT long
on_wide (struct wide w, long n)
{
  volatile char room[100 + n];
  room[n] = w.v[63] - w.v[63];
  return wide (w, n) + room[n];
}

CGO_EXPORT long
on_down (long n)
{
  return n ? c_down (n - 1) + 1 : 0;
}

/* At each depth of the first segments, twice.  */
static NOINLINE long
at_depth (int n)
{
  volatile char room[100];
  struct wide w = { .v[0] = n, .v[63] = 1 };
  long inner (long x) { return x + w.v[63] + room[0]; }
  long (*volatile p) (long) = inner;
  room[0] = 0;
  if (n)
    CHECK_EQ (at_depth (n - 1), n);
  CHECK_EQ (wide (w, n), n + 1);
  CHECK_EQ (c_wide (w, n), n + 1);
  CHECK_EQ (wide (w, n), n + 1);
  return p (n);
}

static int
first_of_page (void)
{
  static const char code[] = { '\x8d', '\x47', 1, '\xc3' };	/* lea 1(%rdi), %eax; ret */
  long page = sysconf (_SC_PAGESIZE);
  char *p = mmap (NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  CHECK (p != MAP_FAILED);
  CHECK_EQ (munmap (p, page), 0);
  memcpy (p + page, code, sizeof code);
  CHECK_EQ (mprotect (p + page, page, PROT_READ | PROT_EXEC), 0);
  int (*volatile f) (int) = (int (*) (int)) (p + page);
  return f (41);
}

static void
worker (struct wide w, cgo_wg *wg)
{
  CHECK_EQ (at_depth (w.v[0]), w.v[0] + 1);
  CHECK_EQ (first_of_page (), 42);
  cgo_wg_done (wg);
}

int
main (void)
{
  cgo_wg wg = CGO_WG_INIT;
  CHECK_EQ (on_down (DOWN), 2 * DOWN);
  for (int i = 0; i < N; i++)
    {
      struct wide w = { .v[0] = i };
      cgo_wg_add (&wg, 1);
      CHECK_EQ (cgo_go (worker, w, &wg), 0);
      if (i % 3 == 0)
	CHECK_EQ (cgo_wg_wait (&wg), 0);
    }
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
