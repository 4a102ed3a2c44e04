/* C compiled with -fexceptions: attribute cleanup runs when an exception of foreign C++
   passes, and when pthread_exit ends the goroutine.  Without landing pads that find their
   segment the cleanup runs as if it were C, and the frames above never go on.

   { dg-options "-fexceptions" }
   { dg-foreign "cleanup_c.cc" }
   { dg-link "-lstdc++" }  */

#include <cgo.h>
#include "check.h"
#include <pthread.h>

void c_throw (void) CGO_CALL;
int c_catch (void (*f) (int), int n) CGO_CALL;

static int cleaned;
static cgo_wg wg;

static void
clean (int *depth)
{
  CHECK_EQ (*depth, 40 - cleaned);	/* the deepest first */
  cleaned++;
  cgo_gosched ();
}

static void
done (int *unused)
{
  (void) unused;
  cgo_wg_done (&wg);
}

NOINLINE static int
deep (int depth, void (*end) (void))
{
  int here __attribute__ ((cleanup (clean))) = depth;
  volatile char room[300];
  room[0] = 0;
  if (depth < 40)
    return deep (depth + 1, end) + room[0];
  end ();
  return 0;
}

/* C++ calls it and catches.  */
CGO_EXPORT void
callback (int n)
{
  cleaned = 0;
  deep (0, c_throw);
  (void) n;
}

static void
ends (void)
{
  pthread_exit (NULL);
}

static void
leaves (void)
{
  int last __attribute__ ((cleanup (done))) = 0;
  cleaned = 0;
  deep (0, ends);
}

int
main (void)
{
  for (int i = 0; i < 10; i++)
    {
      CHECK_EQ (c_catch (callback, i), 1);
      CHECK_EQ (cleaned, 41);
      cgo_wg_add (&wg, 1);
      CHECK_EQ (cgo_go (leaves), 0);
      CHECK_EQ (cgo_wg_wait (&wg), 0);
      CHECK_EQ (cleaned, 41);
    }
  return 0;
}
