/* CGODEBUG=callstats=1: at exit one line for each place that calls C: how often, the longest
   and the total time, how often its processor was handed off, the function of C, file and line.
   Without it nobody can say which call it is that holds up a thread.

   The longest comes first, though called last; four goroutines on several threads add to one
   line; C that calls back is one call, and so is what the callback calls.  The time goes
   to the right one.  Handed off by its mode: once each.  malloc does not lend, so it has no
   line.

   { dg-foreign "callstats_c.c" }
   { dg-env "CGODEBUG=callstats=1" }
   { dg-output "cgo: places that call C: 4, the longest call first\n" }
   { dg-output " +calls +longest ms +total ms +handoffs  function\n" }
   { dg-output " +2 +\[4-9\]\[0-9\]{2}\\.\[0-9\]{3} +\[6-9\]\[0-9\]{2}\\.\[0-9\]{3} +2  c_block from last at \[^\n\]*callstats\\.c:51\n" }
   { dg-output " +1 +\[12\]\[0-9\]{2}\\.\[0-9\]{3} +\[12\]\[0-9\]{2}\\.\[0-9\]{3} +\[0-9\]+  c_calls_back from main at \[^\n\]*callstats\\.c:68\n" }
   { dg-output "( +1 +1\[0-9\]{2}\\.\[0-9\]{3} +1\[0-9\]{2}\\.\[0-9\]{3} +\[0-9\]+  c_sleep from called at \[^\n\]*callstats\\.c:30\n| +400 +\[0-9\]{1,2}\\.\[0-9\]{3} +\[0-9\]{1,3}\\.\[0-9\]{3} +\[0-9\]+  c_add from add at \[^\n\]*callstats\\.c:41\n){2}" }  */

#include <cgo.h>
#include "check.h"
#include <stdlib.h>

void c_sleep (int) CGO_CALL;
void c_block (int) CGO_CALL_BLOCKING;
int c_add (int, int) CGO_CALL;
void c_calls_back (void) CGO_CALL;

CGO_EXPORT int
called (void)
{
  c_sleep (100);
  return 1;
}

static cgo_wg adders;

static void
add (void)
{
  int sum = 0;
  for (int i = 0; i < 100; i++)
    sum += c_add (i, 1);
  CHECK_EQ (sum, 5050);
  cgo_wg_done (&adders);
}

NOINLINE static int
last (void)
{
  volatile int i;
  for (i = 0; i < 2; i++)
    c_block (200 + i * 200);
  return i;
}

int
main (void)
{
  void *volatile p = malloc (10);
  free (p);
  for (int i = 0; i < 4; i++)
    {
      cgo_wg_add (&adders, 1);
      CHECK_EQ (cgo_go (add), 0);
    }
  /* The wait is the runtime's.  */
  CHECK_EQ (cgo_wg_wait (&adders), 0);

  c_calls_back ();
  last ();
  return 0;
}
