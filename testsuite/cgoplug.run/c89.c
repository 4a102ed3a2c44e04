/* C of 1990, to the letter: cgo.h, its macros and what they ask of the plugin need nothing
   newer.

   { dg-options "-std=c89 -pedantic-errors" }  */

#include <cgo.h>
#include <stdlib.h>
#include <string.h>
#include <errno.h>

static CGO_EXPORT int
compare (const void *a, const void *b)
{
  volatile char room[2000];
  room[0] = 0;
  return room[0] + *(const int *) a - *(const int *) b;
}

static int
deep (int n)
{
  volatile char room[100];
  room[n % 100] = 1;
  return n ? deep (n - 1) + room[n % 100] : 0;
}

static void
one (cgo_chan *out, int n, double half)
{
  int v[3], r;
  v[0] = n;
  v[1] = 2;
  v[2] = deep (1000);
  qsort (v, 3, sizeof *v, compare);
  errno = n;
  cgo_gosched ();
  r = v[0] + (int) (2 * half) + (errno == n);
  cgo_chan_send (out, &r);
}

/* Not declared before it is called, and without a prototype.  */
int
old (a, b)
     int a;
     double b;
{
  return a + (int) b;
}

int
main (void)
{
  cgo_chan *out = cgo_chan_make (sizeof (int), 0);
  int i, r;
  for (i = 0; i < 10; i++)
    if (cgo_go (one, out, 1, .5) != 0)
      return 1;
  for (i = 0; i < 10; i++)
    if (cgo_chan_recv (out, &r) != 1 || r != 3)
      return 2;
  return old (1, 2.0) == 3 ? 0 : 3;
}
