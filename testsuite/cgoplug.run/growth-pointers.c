/* Without stacks that stay where they are, a pointer to a local goes bad when the
   stack grows: pointers up the stack, kept while it grows and shrinks, also by
   another goroutine and by C.  */

#include <cgo.h>
#include "check.h"
#include <string.h>

struct link { struct link *up; long n; };

NOINLINE static long
walk (struct link *up, long n)
{
  struct link here = { up, n };
  if (n > 0)
    return walk (&here, n - 1);
  long sum = 0;
  for (struct link *p = &here; p; p = p->up)
    sum += p->n;
  return sum;
}

NOINLINE static void
write_through (long n, long *target)
{
  volatile char room[300];
  room[0] = n;
  if (n == 0)
    *target += 1;
  else
    write_through (n - 1, target);
  (void) room[0];
}

static void
other (long *target, cgo_wg *wg)
{
  write_through (100, target);
  cgo_wg_done (wg);
}

int
main (void)
{
  long counter = 0;
  char text[64];
  cgo_wg wg = CGO_WG_INIT;
  for (long n = 0; n < 20000; n = n * 2 + 1)
    {
      CHECK_EQ (walk (NULL, n), n * (n + 1) / 2);
      write_through (n / 10, &counter);
      cgo_wg_add (&wg, 1);
      CHECK_EQ (cgo_go (other, &counter, &wg), 0);
      CHECK_EQ (cgo_wg_wait (&wg), 0);
    }
  CHECK_EQ (counter, 30);
  snprintf (text, sizeof text, "%ld", counter);
  CHECK (strcmp (text, "30") == 0);
  return 0;
}
