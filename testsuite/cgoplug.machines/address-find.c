/* What AddressSanitizer is for it must find on a goroutine's stack, too, and name the functions of
   the goroutine: who did it, and who allocated and freed the memory.  The argument says what.

   { dg-options "-fsanitize=address" }

   SPDX-License-Identifier: MIT  */

#include <cgo.h>
#include <stdlib.h>
#include <string.h>
#include "check.h"

static cgo_wg wg;
static const char *which;

static NOINLINE int
look (char *p, int i)
{
  int c = p[i];
  HIDE (c);
  return c;
}

static NOINLINE int
frame_overflow (int n)
{
  char b[20];
  memset (b, n, sizeof b);
  return look (b, n) + 1;
}

static NOINLINE char *
get (int n)
{
  char *b = malloc (20);
  memset (b, n, 20);
  return b;
}

static NOINLINE int
give_back (char *b)
{
  int n = b[0];
  free (b);
  HIDE (n);
  return n;
}

static NOINLINE int
heap_overflow (int n)
{
  char *b = get (n);
  int c = look (b, n);
  give_back (b);
  return c;
}

static NOINLINE int
after_free (int n)
{
  char *b = get (n);
  give_back (b);
  return look (b, n - 20) + 1;
}

static NOINLINE char *
local (int n)
{
  char b[20], *p = b;
  memset (b, n, 20);
  HIDE (p);
  return p;
}

static NOINLINE int
after_return (int n)
{
  return look (local (n), n - 20) + 1;
}

static NOINLINE void
leak (int n)
{
  char *b = get (n);
  HIDE (b);
}

static void
victim (int n)
{
  if (!strcmp (which, "frame"))
    frame_overflow (n);
  else if (!strcmp (which, "heap"))
    heap_overflow (n);
  else if (!strcmp (which, "free"))
    after_free (n);
  else if (!strcmp (which, "return"))
    after_return (n);
  else
    leak (n);
  cgo_wg_done (&wg);
}

int
main (int argc, char **argv)
{
  which = argc > 1 ? argv[1] : "";
  cgo_wg_add (&wg, 4);
  for (int i = 0; i < 4; i++)
    cgo_go (victim, 21);
  cgo_wg_wait (&wg);
}
