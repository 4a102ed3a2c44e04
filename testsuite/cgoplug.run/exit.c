/* Without an end that is C's end, output stays in buffers and atexit handlers do
   not run: main returns while goroutines wait, compute and are in C.

   { dg-status 3 }
   { dg-output "buffered\nbye 0\n" }  */

#include <cgo.h>
#include "check.h"
#include <stdlib.h>

static cgo_mutex never;

static void
waits (void)
{
  cgo_mutex_lock (&never);
}

static void
computes (void)
{
  for (;;)
    cgo_gosched ();
}

static void
in_c (void)
{
  sleep (1000);
}

/* On g0: a system stack.  */
static void
bye (void)
{
  printf ("bye %lu\n", guard_slot ());
}

int
main (void)
{
  cgo_mutex_lock (&never);
  atexit (bye);
  for (int i = 0; i < 5; i++)
    {
      CHECK_EQ (cgo_go (waits), 0);
      CHECK_EQ (cgo_go (computes), 0);
      CHECK_EQ (cgo_go (in_c), 0);
    }
  cgo_sleep (5 * CGO_MILLISECOND);
  printf ("buffered\n");
  return 3;
}
