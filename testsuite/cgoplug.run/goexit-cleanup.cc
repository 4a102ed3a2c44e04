/* cgo_goexit and pthread_exit unwind the goroutine's stack: destructors run, over segments,
   each where its frame is.  Without it what they would have released is lost.

   { dg-options "-std=gnu++17" }  */

#include <cgo.h>
#include "check.h"
#include <initializer_list>
#include <pthread.h>

static int gone;
static cgo_wg wg;

struct noisy
{
  ~noisy ()
  {
    gone++;
    cgo_gosched ();			/* a goroutine still */
  }
};

struct done
{
  ~done () { cgo_wg_done (&wg); }
};

NOINLINE static int
deep (int n, void (*end) ())
{
  noisy here;
  volatile char room[300];
  room[0] = 0;
  if (n > 0)
    return deep (n - 1, end) + room[0];
  end ();
  return 0;
}

static void
leaves (void (*end) ())
{
  done at_last;
  try
    {
      deep (50, end);
    }
  catch (int)
    {
      gone = -1;
    }
  catch (...)
    {
      gone += 1000;
      throw;
    }
}

static void
ends_thread ()
{
  pthread_exit (NULL);
}

int
main ()
{
  for (void (*end) () : { cgo_goexit, ends_thread })
    for (int i = 0; i < 10; i++)
      {
	gone = 0;
	cgo_wg_add (&wg, 1);
	CHECK_EQ (cgo_go (leaves, end), 0);
	CHECK_EQ (cgo_wg_wait (&wg), 0);
	CHECK_EQ (gone, 1051);
      }
  return 0;
}
