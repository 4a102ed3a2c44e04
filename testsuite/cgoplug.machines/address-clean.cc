/* Segments, and memory of alloca, are used by one frame after the other, on this goroutine or
   another; jumps, exceptions and ends of goroutines leave frames without a word.  What
   AddressSanitizer has marked there must not stay: this program has no error, and no leak,
   though goroutines still hold memory when it ends.

   { dg-options "-fsanitize=address" }

   SPDX-License-Identifier: MIT  */

#include <cgo.h>
#include <alloca.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include "check.h"

enum { N = 4, ROUNDS = 30 };

static cgo_wg wg;
static jmp_buf env[N];
static cgo_chan *never, *holding;
static volatile int nothing;

static NOINLINE int
deep (int n)
{
  char b[100];
  memset (b, n, sizeof b);
  return n ? deep (n - 1) + (b[n] != (char) n) : 0;
}

static NOINLINE int
blocks (int n)
{
  char *a = (char *) alloca (100 + 100 * n);
  memset (a, n, 100 + 100 * n);
  char more[n + 1];
  memset (more, n, n + 1);
  return (n ? blocks (n - 1) : 0) + (a[n] != (char) n) + (more[n] != (char) n);
}

static NOINLINE void
jump (int me, int n)
{
  char b[50];
  memset (b, n, sizeof b);
  if (n)
    jump (me, n - 1);
  else if (!nothing)
    longjmp (env[me], 1);
  CHECK (b[3] == n);
}

static NOINLINE void
raise (int n)
{
  char b[60];
  memset (b, n, sizeof b);
  if (n)
    raise (n - 1);
  else if (!nothing)
    throw b[0] + 1;
  CHECK (b[3] == n);
}

static NOINLINE void
end (int n)
{
  char b[60];
  memset (b, n, sizeof b);
  if (n)
    end (n - 1);
  else if (!nothing)
    cgo_goexit ();
  CHECK (b[3] == n);
}

static int
compare (const void *a, const void *b)
{
  return *(const int *) a - *(const int *) b;
}

static void
work (int me)
{
  for (volatile int i = 0; i < ROUNDS; i++)
    {
      if (setjmp (env[me]) == 0)
	jump (me, 60);
      try
	{
	  raise (50);
	}
      catch (int n)
	{
	  CHECK_EQ (n, 1);
	}
      int a[20];
      for (int k = 0; k < 20; k++)
	a[k] = 20 - k;
      qsort (a, 20, sizeof a[0], compare);
      CHECK_EQ (a[0], 1);
      CHECK_EQ (deep (60) + blocks (10), 0);
      if (i % 10 == 0)
	cgo_sleep (1000);
    }
  cgo_wg_done (&wg);
  end (30);
}

static void
hold (int n)
{
  char *p = (char *) malloc (100);
  memset (p, n, 100);
  cgo_chan_send (holding, NULL);
  cgo_chan_recv (never, NULL);
  CHECK_EQ (p[1], n);
  free (p);
}

int
main ()
{
  never = cgo_chan_make (0, 0);
  holding = cgo_chan_make (0, 0);
  for (int round = 0; round < 3; round++)
    {
      cgo_wg_add (&wg, N);
      for (int i = 0; i < N; i++)
	cgo_go (work, i);
      cgo_wg_wait (&wg);
    }
  for (int i = 0; i < N; i++)
    cgo_go (hold, i);
  for (int i = 0; i < N; i++)
    cgo_chan_recv (holding, NULL);
}
