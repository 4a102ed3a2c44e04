/* What valgrind is for it must find in goroutine code, too, on its first segment and where that has
   grown, and name the functions of the goroutine.  The argument says what.

   { dg-foreign "valgrind-find_c.c" }

   SPDX-License-Identifier: MIT  */

#include <cgo.h>
#include <stdlib.h>
#include <string.h>
#include "check.h"

int c_decide (const int *p) CGO_CALL;

static cgo_wg wg;
static const char *which;

static NOINLINE int
decide (const int *p)
{
  if (*p > 5)
    _exit (3);
  return 0;
}

static NOINLINE int
value (int (*how) (const int *))
{
  int v[10], *p = v;
  HIDE (p);
  return how (p + 3);
}

static NOINLINE int
in_c (void)
{
  int v[10], *p = v;
  HIDE (p);
  return c_decide (p + 3);
}

static NOINLINE int
heap_overrun (void)
{
  char *p = malloc (24), *volatile q = p;
  q[23] = 1;
  q[24] = 1;
  HIDE (p);
  free (p);
  return 0;
}

static NOINLINE int
after_free (void)
{
  int *p = malloc (24), *q = p;
  HIDE (q);
  p[0] = 1;
  free (p);
  return q[0];
}

/* A frame that is gone.  */
static NOINLINE int *
kept (void)
{
  int v[200], *p = v;
  memset (v, 0, sizeof v);
  HIDE (p);
  return p;
}

static NOINLINE int
leak (void)
{
  char *p = malloc (12345);
  HIDE (p);
  p[0] = 1;
  return p[0];
}

static NOINLINE int
victim (int deep)
{
  volatile char room[200];
  room[deep] = 0;
  if (deep)
    return victim (deep - 1) + room[deep];
  switch (which[0])
    {
    case 'v': return value (decide);
    case 'c': return in_c ();
    case 'h': return heap_overrun ();
    case 'f': return after_free ();
    case 'r': return *kept ();
    case 'l': return leak ();
    }
  return 0;
}

static void
worker (int deep)
{
  victim (deep);
  cgo_wg_done (&wg);
}

int
main (int argc, char **argv)
{
  CHECK_EQ (argc, 3);
  which = argv[1];
  cgo_wg_add (&wg, 1);
  CHECK_EQ (cgo_go (worker, atoi (argv[2])), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
