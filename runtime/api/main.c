/* main.c - the start of the runtime, and of the program.

   The runtime starts in a constructor, before those of the program.  It makes the
   Ps, and for the initial thread an M with the main goroutine, in the state of a
   foreign call: what runs until main, or for ever where main is plain C, is C that
   the main goroutine has called.  So a constructor may call an exported function,
   which runs on the main goroutine's stack, or start goroutines.

   `main' of a goroutine program (cgo/abi.h) is an entry that calls __cgo_main.  That
   ends the foreign call and runs the body.  When it returns the program exits: exit
   and the atexit handlers run on g0.

   SPDX-License-Identifier: MIT  */

#include "api/api.h"
#include "base/sys.h"
#include "sched/signal.h"
#include "sched/traceback.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static struct cgo__m *m0;

static void
make_ps (int n)
{
  cgo__sched.np = n;
  cgo__sched.allp = calloc (n, sizeof *cgo__sched.allp);
  for (int i = n - 1; cgo__sched.allp && i >= 0; i--)
    {
      struct cgo__p *p = aligned_alloc (64, (sizeof *p + 63) & -64);
      if (!p)
	cgo__die ("out of memory for %d processors", n);
      memset (p, 0, sizeof *p);
      p->id = i;
      p->rand = i + 1;
      cgo__sched.allp[i] = p;
      cgo__pidle_put (p);
    }
  if (!cgo__sched.allp)
    cgo__die ("out of memory for %d processors", n);
}

static void
make_main_goroutine (void)
{
  struct cgo__m *m = cgo__m_alloc ();
  struct cgo__g *g = cgo__g_new (NULL);
  if (!g)
    cgo__die ("out of memory for the main goroutine's stack");
  atomic_init (&g->status, CGO__RUNNING);
  atomic_init (&cgo__sched.ng, 1);
  g->m = m;
  m->curg = g;
  __cgo_tls.callsp = (uintptr_t) g->seg;
  atomic_init (&m->sys, 1);
  atomic_fetch_or_explicit (&m->retake, CGO_RETAKE_TAKEN,
			    memory_order_relaxed);
  m0 = m;
  cgo__m_thread_init (m);
}

__attribute__ ((constructor (101))) static void
init (void)
{
  cgo__env_init ();
  cgo__arch_init ();
  cgo__seg_init ();
  cgo__sched.fenced = !cgo__debug.membarrier
		      || cgo__sys_membarrier_register () != 0;
  atomic_init (&cgo__sched.nextid, 1);
  make_ps (cgo__debug.maxprocs);
  cgo__traceback_init ();
  cgo__callback_init ();
  cgo__fork_init ();
  cgo__jump_init ();
  cgo__m_init ();
  make_main_goroutine ();
  cgo__signal_init ();
}

/* The status of main goes to exit, on g0.  */
_Noreturn void
cgo__main_exit (int status)
{
  exit (status);
}

int
__cgo_main (int argc, char **argv, char **envp, int (*body) (int, char **,
							      char **))
{
  struct cgo__m *m = __cgo_tls.m;
  /* C calls main once more: that is a plain call.  */
  if (m != m0 || cgo__sched.mainstarted)
    return body (argc, argv, envp);
  struct cgo__g *g = m->curg;
  uint64_t args[CGO_ARGS_SIZE / 8] = {
    [CGO_ARGS_FN / 8] = (uintptr_t) body,
    [CGO_ARGS_RDI / 8] = argc,
    [CGO_ARGS_RSI / 8] = (uintptr_t) argv,
    [CGO_ARGS_RDX / 8] = (uintptr_t) envp,
  };
  cgo__g_prepare (g, cgo__gostart_main, args, NULL, 0, 64);
  __cgo_tls.g0sp = ((uintptr_t) __builtin_frame_address (0) - 1024) & -(uintptr_t) 64;
  /* Release: as any change of sys.  */
  atomic_fetch_add_explicit (&m->sys, 1, memory_order_release);
  cgo__exitsyscall_locked (m);
  cgo__sched.mainstarted = true;
  g->err = errno;
  cgo__new_slice (m);
  cgo__execute (m, g);
}
