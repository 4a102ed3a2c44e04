/* C takes so long that its processor is taken from it, and then leaves by longjmp to the
   goroutine: nothing of the call's frames may be looked at any more, and the processor is to be
   had again.

   { dg-foreign "jump-late_c.c" }
   { dg-procs "1 2" }  */

#include <cgo.h>
#include "check.h"
#include <setjmp.h>

void c_jumps (jmp_buf *env, int us) CGO_CALL;

static volatile int stop;
static cgo_wg wg = CGO_WG_INIT;

NOINLINE static int
fib (int n)
{
  return n < 2 ? n : fib (n - 1) + fib (n - 2);
}

static void
compute (void)
{
  while (!stop)
    CHECK_EQ (fib (12), 144);
  cgo_wg_done (&wg);
}

/* Registers that C preserves have values which are no addresses.  */
NOINLINE static long
jumps (int us, long a, long b, long c)
{
  jmp_buf env;
  volatile long kept = a + b + c;
  if (setjmp (env) == 0)
    c_jumps (&env, us);
  return kept;
}

int
main (void)
{
  cgo_wg_add (&wg, 2);
  cgo_go (compute);
  cgo_go (compute);
  for (int i = 0; i < 30; i++)
    CHECK_EQ (jumps (i % 3 * 1500, i, 2 * i, 3), 3 * i + 3);
  stop = 1;
  cgo_wg_wait (&wg);
  return 0;
}
