/* The program's own malloc, called by a cgo_ function on g0, locks a mutex that is taken.  It
   has no goroutine that could wait: parked in it, the outer call's goroutine would go on as if
   that call were over, and malloc without the mutex.

   { dg-foreign "nested-api_c.c" }
   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: goroutine 1: cgo_mutex_lock would park on a system stack; only a goroutine can wait\n" }  */

#include <cgo.h>
#include "check.h"

void lock_in_malloc (cgo_mutex *) CGO_CALL;

static cgo_mutex mutex = CGO_MUTEX_INIT;

int
main (void)
{
  CHECK_EQ (cgo_mutex_lock (&mutex), 0);
  lock_in_malloc (&mutex);
  cgo_chan *c = cgo_chan_make (8, 1);
  HIDE (c);
  return 0;
}
