/* Jumps that leave C, or callbacks from C, behind: C must be known to be over (the P is
   ours again), the callbacks that never return to be gone.  Every way there is, in every
   mode, on many goroutines at once and on threads of C.

   { dg-foreign "jump_c.c" }
   { dg-foreign-options "-O2 -D_FORTIFY_SOURCE=2" }  */

#include <cgo.h>
#include "check.h"
#include "jump.h"

#define TIMES 300

/* C meets an error and jumps to the goroutine, as libpng does.  */

NOINLINE static void
c_to_go (int n, int lent)
{
  jmp_buf env;
  volatile int r = setjmp (env);
  if (r == 0)
    {
      if (lent)
	c_error (&env, n);
      else
	c_error_nonblocking (&env, n);
    }
  CHECK_EQ (r, n);
}

/* Called back, we jump to the C that called us, or to where we called C.  */

CGO_EXPORT void
go_jump (jmp_buf *env, int n)
{
  volatile char room[2000];
  room[n % 2000] = 1;
  if (n % 2)
    cgo_gosched ();
  longjmp (*env, n + room[n % 2000]);
}

/* Called back, we call C, which jumps.  */

CGO_EXPORT void
go_c_jump (jmp_buf *env, int n)
{
  volatile char room[2000];
  room[n % 2000] = 1;
  if (n % 2)
    cgo_gosched ();
  c_error (env, n + room[n % 2000]);
}

static void
all (cgo_wg *wg)
{
  for (int n = 1; n < TIMES; n++)
    {
      c_to_go (n, 0);
      c_to_go (n, 1);
      /* To C, from a callback and from C in one.  */
      CHECK_EQ (c_catch (go_jump, n), n + 1);
      CHECK_EQ (c_catch (go_c_jump, n), n + 1);
      CHECK_EQ (c_catch_nonblocking (go_jump, n), n + 1);
      CHECK_EQ (c_catch_nonblocking (go_c_jump, n), n + 1);
      /* To us, over two callbacks.  */
      jmp_buf env;
      volatile int r = setjmp (env);
      if (r == 0)
	c_nest (go_jump, &env, n);
      CHECK_EQ (r, n + 1);
      r = setjmp (env);
      if (r == 0)
	c_nest (go_c_jump, &env, n);
      CHECK_EQ (r, n + 1);
      cgo_gosched ();
    }
  cgo_wg_done (wg);
}

CGO_EXPORT void
go_again (jump_fn *fn, jmp_buf *env, int n)
{
  c_call (fn, env, n);
}

CGO_EXPORT void
go_all (void)
{
  cgo_wg wg = CGO_WG_INIT;
  cgo_wg_add (&wg, 1);
  all (&wg);
}

int
main (void)
{
  cgo_wg wg = CGO_WG_INIT;
  cgo_wg_add (&wg, 5);
  for (int i = 0; i < 4; i++)
    CHECK_EQ (cgo_go (all, &wg), 0);
  all (&wg);
  cgo_wg_wait (&wg);
  c_thread (go_all);
  return 0;
}
