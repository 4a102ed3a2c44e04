/* Goroutines compile at once, and others go on meanwhile: also with one processor, which C lends.
   A child context is such a context, too, and a function may have a name of libc's, which
   without -Bsymbolic libc's would go before.

   { dg-link "-lcgojit -lgccjit" }  */

#include "jit.h"

static cgo_mutex building = CGO_MUTEX_INIT;	/* ctxt is one for all */
static long ticks;
static int done;

static void
ticker (cgo_wg *wg)
{
  while (!__atomic_load_n (&done, __ATOMIC_RELAXED))
    {
      __atomic_add_fetch (&ticks, 1, __ATOMIC_RELAXED);
      cgo_sleep (CGO_MILLISECOND / 10);
    }
  cgo_wg_done (wg);
}

/* long strlen (long n) { return waits (n) + number; } and f, which calls it, in a child.  */
static void
build (long add)
{
  gcc_jit_function *fn = function ("strlen", "l(l)");
  gcc_jit_rvalue *n = param (fn, 0), *waited = call_pointer ("l(l)", waits, &n);
  gcc_jit_block_end_with_return (gcc_jit_function_new_block (fn, NULL), NULL,
				 plus (waited, number (add)));
  ctxt = gcc_jit_context_new_child_context (ctxt);
  passes_on ("f", "l(l)", fn);
}

static void
worker (long add, cgo_wg *wg)
{
  cgo_mutex_lock (&building);
  start (add & 3);
  gcc_jit_context *parent = ctxt;
  build (add);
  gcc_jit_context *child = ctxt;
  cgo_mutex_unlock (&building);

  long before = __atomic_load_n (&ticks, __ATOMIC_RELAXED);
  gcc_jit_result *result = gcc_jit_context_compile (child);
  CHECK (result != NULL);
  CHECK (__atomic_load_n (&ticks, __ATOMIC_RELAXED) > before);
  long (*f) (long) = cgo_jit_result_get_code (result, "f");
  for (int i = 0; i < 100; i++)
    CHECK_EQ (f (i), i + add);
  gcc_jit_context_release (child);
  gcc_jit_context_release (parent);
  gcc_jit_result_release (result);
  cgo_wg_done (wg);
}

int
main (void)
{
  enum { WORKERS = 5 };
  cgo_wg wg = CGO_WG_INIT, tick = CGO_WG_INIT;
  cgo_wg_add (&tick, 1);
  CHECK_EQ (cgo_go (ticker, &tick), 0);
  cgo_wg_add (&wg, WORKERS);
  for (long i = 0; i < WORKERS; i++)
    CHECK_EQ (cgo_go (worker, 1000 + i, &wg), 0);
  cgo_wg_wait (&wg);
  __atomic_store_n (&done, 1, __ATOMIC_RELAXED);
  cgo_wg_wait (&tick);
  return 0;
}
