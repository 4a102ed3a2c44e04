/* runs.h - a library of goroutine code, NAME: what it calls has the same names in each, and other
   types, since TYPE is another.  cgo.exp makes two of it, each by a run of cgo.

   SPDX-License-Identifier: MIT  */

#include <cgo.h>
#include <stdio.h>
#include <stdlib.h>

#define JOIN_(a, b) a ## b
#define JOIN(a, b) JOIN_ (a, b)
#define STRING_(a) #a
#define STRING(a) STRING_ (a)

static void
sends (cgo_chan *c, TYPE n)
{
  cgo_chan_send (c, &n);
}

static int
order (const void *x, const void *y)
{
  const TYPE *a = x, *b = y;
  return (*a > *b) - (*a < *b);
}

CGO_EXPORT static int
ascending (const void *x, const void *y)
{
  return order (x, y);
}

CGO_EXPORT_AS (STRING (NAME) "_descending") int
descending (const void *x, const void *y)
{
  return order (y, x);
}

static void
sorts (TYPE *n, int (*compare) (const void *, const void *))
{
  char text[80];
  qsort (n, 3, sizeof *n, compare);
  snprintf (text, sizeof text, FORMAT, n[0], n[1], n[2]);
  puts (text);
}

void
JOIN (NAME, _run) (void)
{
  TYPE n[3] = { 0 };
  cgo_chan *c = cgo_chan_make (sizeof (TYPE), 0);
  for (int i = 0; i < 3; i++)
    cgo_go (sends, c, (TYPE) (i + 0.75));
  for (int i = 0; i < 3; i++)
    cgo_chan_recv (c, &n[i]);
  cgo_chan_free (c);
  sorts (n, ascending);
  sorts (n, descending);
}
