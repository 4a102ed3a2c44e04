/* main.c - the start of the runtime, and of the program.

   The runtime starts in a constructor, before those of the program; or when C comes first,
   from an earlier constructor or a thread that one has made, on the first callback or call of
   cgo_go.  Whoever comes meanwhile waits.  It makes the Ps, and if it runs on the initial
   thread, an M and the main goroutine for that, in the state of a foreign call, as on a
   foreign thread: what runs until main, or for ever where main is plain C, is C that the
   main goroutine has called.  So a constructor may call an exported function, which runs on
   the main goroutine's stack, or start goroutines; and where the library of goroutine code
   was opened by a thread, that one may end.

   `main' of a goroutine program (cgo/abi.h) is an entry that calls __cgo_main.  That
   ends the foreign call, makes the thread one of ours, and runs the body.  When it returns
   the program exits: exit and the atexit handlers run on g0.

   SPDX-License-Identifier: MIT  */

#include "api/api.h"
#include "base/tools.h"
#include "base/sys.h"
#include "sched/callstats.h"
#include "sched/schedtrace.h"
#include "sched/signal.h"
#include "sched/traceback.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static void
make_ps (int n)
{
  if (!cgo__make_ps (n))
    cgo__die ("out of memory for %d processors", n);
  atomic_init (&cgo__sched.np, n);
  for (int i = n - 1; i >= 0; i--)
    cgo__pidle_put (cgo__sched.allp[i]);
}

static void
init (void)
{
  cgo__env_init ();
  cgo__tools_init ();
  cgo__arch_init ();
  cgo__seg_init ();
  cgo__sched.fenced = !cgo__debug.membarrier
		      || cgo__sys_membarrier_register () != 0;
  cgo__sysmon_set_wait (false);
  atomic_init (&cgo__sched.nextid, 1);
  make_ps (cgo__debug.maxprocs);
  cgo__traceback_init ();
  cgo__callback_init ();
  cgo__fork_init ();
  cgo__jump_init ();
  cgo__callstats_init ();
  cgo__m_init ();
  if (cgo__on_initial_thread ())
    cgo__adopt_thread ();
  cgo__signal_init ();
  cgo__schedtrace_init ();
}

__attribute__ ((constructor (101))) void
cgo__start (void)
{
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once (&once, init);
}

/* The status of main goes to exit, on g0.  */
_Noreturn void
cgo__main_exit (int status)
{
  exit (status);
}

/* main's goroutine, on the initial thread, with the stack pointer where g0 begins.  */
static void
execute (void)
{
  struct cgo__m *m = __cgo_tls.m;
  cgo__fp_stop (m);
  cgo__execute (m, m->curg);
}

int
__cgo_main (int argc, char **argv, char **envp, int (*body) (int, char **,
							      char **))
{
  cgo__start ();
  /* C calls main once more, or in a callback: that is a plain call.  */
  if (cgo__sched.mainstarted || !cgo__on_initial_thread ()
      || (__cgo_tls.m && cgo__depth (__cgo_tls.m)))
    return body (argc, argv, envp);
  if (!__cgo_tls.m)
    cgo__adopt_thread ();
  struct cgo__m *m = __cgo_tls.m;
  struct cgo__g *g = m->curg;
  uint64_t args[CGO_ARGS_SIZE / 8] = {
    [CGO_ARGS_FN / 8] = (uintptr_t) body,
    [CGO_ARGS_RDI / 8] = argc,
    [CGO_ARGS_RSI / 8] = (uintptr_t) argv,
    [CGO_ARGS_RDX / 8] = (uintptr_t) envp,
  };
  cgo__g_prepare (g, cgo__gostart_main, args);
  m->g0sp = ((uintptr_t) __builtin_frame_address (0) - 1024) & -(uintptr_t) 64;
  /* Release: as any change of sys.  */
  atomic_fetch_add_explicit (&m->sys, 1, memory_order_release);
  cgo__exitsyscall_locked (m);
  CGO__POST (m->foreign, false);
  CGO__POST (g->foreign, false);
  cgo__lock (&cgo__sched.lock);
  cgo__sched.nmforeign--;
  cgo__sched.mainstarted = true;
  cgo__unlock (&cgo__sched.lock);
  cgo__quit_install (SIGQUIT);
  g->err = errno;
  cgo__new_slice (m);
  cgo__on_g0 (execute, m->g0sp);
}
