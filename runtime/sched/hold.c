/* hold.c - a goroutine that is looked at is not run meanwhile.

   A traceback walks the stacks of goroutines that wait, and does not stop the world for it: one
   that is woken and run would change its frames under the walker, which then reads what is no
   frame.  So the walker says which one it looks at, and an M that is about to run just that
   one waits (cgo__execute), for the few microseconds of a walk.

   cgo__execute says that the goroutine runs, and then looks whether it is held; here it is the
   other way round.  The fence, membarrier, is on this side for both: that is the hot one.

   SPDX-License-Identifier: MIT  */

#include "sched/proc.h"
#include "base/sys.h"

/* If G does not run, it will not until cgo__let_go.  False if another traceback holds one, for
   long: it is that which we have interrupted, or which failed.  */
bool
cgo__hold (struct cgo__g *g)
{
  enum { TRIES = 1000 };
  for (int i = 0; i < TRIES; i++)
    {
      struct cgo__g *none = NULL;
      /* Seq_cst, a full fence: in the fenced variant the other is in cgo__execute.  */
      if (atomic_compare_exchange_strong_explicit (&cgo__sched.held, &none, g,
						   memory_order_seq_cst,
						   memory_order_relaxed))
	{
	  if (!cgo__sched.fenced)
	    cgo__sys_membarrier_private_expedited ();
	  return true;
	}
      cgo__sys_sched_yield ();
    }
  return false;
}

void
cgo__let_go (void)
{
  /* Release: pairs with the acquire in cgo__execute; we have read all.  */
  atomic_store_explicit (&cgo__sched.held, NULL, memory_order_release);
}
