/* Without a way to stop it between two calls a goroutine that does nothing but call C
   that is not lent to (malloc, snprintf) keeps its P for ever: no function of its own
   is entered, so that no stack check is made.  */

#include <cgo.h>
#include "check.h"
#include <stdlib.h>

static volatile int ran[2];	/* whether anybody has, of each half */
static cgo_wg wg;

static void
runs (int half)
{
  ran[half] = 1;
  cgo_wg_done (&wg);
}

int
main (void)
{
  char text[100];
  cgo_wg_add (&wg, 2 * cgo_maxprocs ());
  for (int i = 0; i < cgo_maxprocs (); i++)
    CHECK_EQ (cgo_go (runs, 0), 0);
  while (!ran[0])
    {
      void *p = malloc (100);
      HIDE (p);
      free (p);
    }
  for (int i = 0; i < cgo_maxprocs (); i++)
    CHECK_EQ (cgo_go (runs, 1), 0);
  while (!ran[1])
    snprintf (text, sizeof text, "%d %d %d %d %d %d", 1, 2, 3, 4, 5, ran[1]);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
