/* A malloc that is not glibc's may take more stack than a goroutine has: without a look at
   whose it is before it is called in place, this one, with a frame of 64 KiB, runs over the
   segment.  It is there before libcgo is, and serves libc, too.

   { dg-foreign "own_c.c" }  */

#include <cgo.h>
#include "check.h"
#include <stdlib.h>
#include <string.h>

extern _Atomic long calls;

static cgo_wg wg;

/* At each distance from the end of the segment.  */
static int
deep (int n)
{
  char room[64], *p = malloc (40), *q;
  HIDE (p);
  memset (p, n, 40);
  memset (room, n, sizeof room);
  __asm__ volatile ("" : : "r" (room) : "memory");
  if (n)
    CHECK_EQ (deep (n - 1), n);
  q = realloc (p, 80);
  HIDE (q);
  CHECK_EQ (q[39], (char) n);
  CHECK_EQ (room[63], (char) n);
  free (q);
  p = calloc (1, 8);
  HIDE (p);
  CHECK_EQ (*p, 0);
  free (p);
  return n + 1;
}

static void
work (void)
{
  CHECK_EQ (deep (200), 201);
  cgo_wg_done (&wg);
}

int
main (void)
{
  cgo_wg_add (&wg, 8);
  for (int i = 0; i < 8; i++)
    CHECK_EQ (cgo_go (work), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  CHECK (calls >= 8 * 201 * 5);
  return 0;
}
