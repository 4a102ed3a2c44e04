/* proc.h - what the files of the scheduler are to each other, file by file; the structures are in
   m.h and p.h.

   A P is the right to run goroutine code; there are CGOMAXPROCS of them.  An M
   is a thread.  An M runs goroutines only while it owns a P; a goroutine that
   calls C lends its P (syscall.c) and the P may be taken away meanwhile.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_PROC_H
#define CGO_PROC_H 1

#include "sched/p.h"

#pragma GCC visibility push(hidden)

/* ---- proc.c: picking what runs next ---- */
_Noreturn void cgo__schedule (void);
/* The same in a cgo_ call, which goes on with that goroutine: its stack pointer.  */
uintptr_t cgo__next (void);

/* ---- ready.c ---- */
void cgo__ready_g (struct cgo__g *, bool next);
/* The same for one that nobody waited for, and the P that the caller has, or null.  */
void cgo__ready_on (struct cgo__p *, struct cgo__g *, bool next);
/* g goes to the end of the global queue; nobody is woken.  */
void cgo__ready_global (struct cgo__g *);
void cgo__wakep (void);

/* ---- leave.c ---- */
/* The running goroutine g stops running: its registers are in *ctx.  AT: its stack pointer if it
   stops by a call of its own, 0 if it is preempted.  Afterwards its status may be changed and it
   may be queued.  */
void cgo__leave (struct cgo__g *, struct cgo__ctx *ctx, uintptr_t at);
/* g goes to the end of the global queue, and something else runs.  */
_Noreturn void cgo__yield (struct cgo__g *, struct cgo__ctx *ctx);
/* The same for g that a signal stopped at SP.  */
_Noreturn void cgo__yield_async (struct cgo__g *, struct cgo__async *, uintptr_t sp);
/* The same in a cgo_ call, which is to return then; LOCAL: to the end of this P's line.  It stays
   ours, so nobody need be woken; the global queue is looked at often enough (pick).  */
void cgo__yield_api (struct cgo__g *, bool local);

/* ---- async.c, fde.c ---- */
/* Whether signals are of use: code was compiled for them.  */
bool cgo__async_p (void);
/* Sends M's thread one: what it runs has not heard that it should stop.  */
void cgo__async_ask (struct cgo__m *);
/* A signal found *UC, with the guard slot at *GUARD.  True if it was sysmon's; then both may be
   changed.  */
bool cgo__async_signal (ucontext_t *uc, uintptr_t *guard);
_Noreturn void cgo__async_stop (void);
_Noreturn void cgo__async_resume (struct cgo__m *, struct cgo__g *);
void cgo__async_unwind (struct cgo__g *, void (*fn) (void *), void *arg);
/* Whether PC is in a function that may be stopped anywhere.  */
bool cgo__async_code_p (uintptr_t pc);
/* False: that cannot be told of any function of the object that PC is in.  */
bool cgo__async_table_p (uintptr_t pc);

/* ---- runq.c ---- */
void cgo__runq_put (struct cgo__p *, struct cgo__g *, bool next);
/* *SHARES: it came from runnext.  */
struct cgo__g *cgo__runq_get (struct cgo__p *, bool *shares);
bool cgo__runq_empty (struct cgo__p *);
/* Somebody waits for a P, on a queue that the M with this one would take from.  */
static inline bool
cgo__work_waits (struct cgo__p *p)
{
  /* Relaxed: a guess.  */
  return !cgo__runq_empty (p)
	 || atomic_load_explicit (&cgo__sched.runqsize, memory_order_relaxed);
}
struct cgo__g *cgo__runq_steal (struct cgo__p *to, struct cgo__p *from,
				bool runnext);
void cgo__runq_to_global (struct cgo__p *);	/* nobody runs with it */
/* The global queue; cgo__sched.lock held.  */
void cgo__globrunq_put (struct cgo__g *);
struct cgo__g *cgo__globrunq_get (struct cgo__p *, uint32_t max);

/* ---- m.c: parking and waking ---- */
void cgo__startm (struct cgo__p *, bool spinning);
void cgo__stopm (void);
void cgo__stoplockedm (void);
void cgo__startlockedm (struct cgo__g *);
void cgo__handoffp (struct cgo__p *);
void cgo__sleep_for_p (struct cgo__m *);
bool cgo__work_anywhere (void);		/* on any queue, also the global one */
void cgo__acquirep (struct cgo__m *, struct cgo__p *);
struct cgo__p *cgo__releasep (struct cgo__m *);
void cgo__pidle_put (struct cgo__p *);	/* lock held; nothing if the world stops */
struct cgo__p *cgo__pidle_get (void);	/* lock held */
/* The same, but a sleeping sysmon sleeps on: sysmon.c.  */
struct cgo__p *cgo__pidle_get_quiet (void);
bool cgo__checkdead (void);		/* lock held */
int cgo__m_awake (void);		/* Ms that do not sleep; lock held */

/* ---- thread.c ---- */
struct cgo__m *cgo__m_alloc (void);
void cgo__m_free (struct cgo__m *);	/* lock held */
void cgo__newm (struct cgo__p *, bool spinning);
bool cgo__newm_spare (struct cgo__p *);	/* false: there cannot be one now */
void cgo__newm_asked (void);
/* The signal mask of our threads is that of the initial thread when it first needed a second
   one: a program that blocks signals and then starts goroutines, one to wait for them, finds
   them blocked on all threads, as with pthread_create.  If another thread needed one first, it
   is the program's at its start.  cgo__m_mask is told before there are any.  */
void cgo__m_init (void);
void cgo__m_mask (const sigset_t *);
/* This thread's signals, all of them; *OLD, if not null, is its mask as it was.  */
void cgo__block_signals (sigset_t *old);
/* On the thread of an M: the thread-locals others look at, the signal stack.  */
void cgo__m_thread_init (struct cgo__m *);
void cgo__m_thread_fini (struct cgo__m *);
_Noreturn void cgo__m_exit (struct cgo__m *);

/* ---- bounds.c ---- */
/* The thread's stack, on that thread; {0, 0} if it cannot be known.  In a signal handler it may
   seem to begin too low.  */
struct cgo__bounds cgo__m_bounds (struct cgo__m *, bool in_handler);

/* ---- syscall.c ---- */
/* m->curg, which cannot leave this M, gets a P; sleeps until there is one.  */
void cgo__exitsyscall_locked (struct cgo__m *);
/* Gives m's P, which is lent, to somebody else.  */
void cgo__lend_now (struct cgo__m *);
bool cgo__retake (struct cgo__m *, uint64_t seen);
/* The same, but the P is the caller's: null if it was not to be had.  */
struct cgo__p *cgo__take_lent (struct cgo__m *, uint64_t seen);
/* The C halves of arch/x86_64/slow.S: every register is in the context.  */
void cgo__entersyscall_slow (struct cgo__ctx *);
void cgo__entersyscallblock (struct cgo__ctx *);
void cgo__exitsyscall_slow (struct cgo__ctx *);
/* The same where C was left by a jump.  */
void cgo__exitsyscall_left (struct cgo__ctx *);
_Noreturn void cgo__preempt (struct cgo__ctx *);
void cgo__call_over (struct cgo__ctx *);
void cgo__newstack (struct cgo__ctx *);
void cgo__callback_grow (struct cgo__ctx *);
void cgo__needm (struct cgo__ctx *);
void cgo__callback_check (struct cgo__ctx *);
void cgo__callback_enter (struct cgo__ctx *);
void cgo__callback_exit (struct cgo__ctx *);
void cgo__callback_slow (struct cgo__ctx *);
void cgo__callback_order (struct cgo__ctx *);
void cgo__c_returned (struct cgo__ctx *);

/* ---- handoff.c: M is new; its C is about to run; its P was gone when that had returned ---- */
void cgo__handoff_new (struct cgo__m *);
void cgo__handoff_enter (struct cgo__m *, const struct cgo__ctx *);
void cgo__handoff_exit (struct cgo__m *, const struct cgo__ctx *);

/* ---- border.c ---- */
void cgo__border_stop_slow (struct cgo__m *, struct cgo__g *, uintptr_t sp);
/* G, which M ran, stops with its stack pointer at SP, or (0) is preempted.  */
static inline void
cgo__border_stop (struct cgo__m *m, struct cgo__g *g, uintptr_t sp)
{
  if (g->seg->next)
    cgo__border_stop_slow (m, g, sp);
}
/* The border of SEG is where that ends.  */
static inline void
cgo__border_reset (struct cgo__seg *seg)
{
  if (!cgo__debug.stress)
    seg->guard = seg->limit;
}

/* A time slice begins on M: nothing is left of what was asked of the last.  */
static inline void
cgo__new_slice (struct cgo__m *m)
{
  struct cgo__p *p = m->p;
  uint32_t t = atomic_load_explicit (&p->tick, memory_order_relaxed);
  atomic_store_explicit (&p->tick, t + 1, memory_order_relaxed);
  /* Relaxed: a request that comes now is for what runs next.  */
  if (CGO__UNLIKELY (atomic_load_explicit (&m->retake, memory_order_relaxed)
		     & CGO_RETAKE_PREEMPT))
    atomic_fetch_and_explicit (&m->retake, ~CGO_RETAKE_PREEMPT,
			       memory_order_relaxed);
}

/* What the running goroutine has in the control words of its floating point units.  The runtime
   does not change them.  */
static inline void
cgo__fp_stop (struct cgo__m *m)
{
  __asm__ ("stmxcsr %0; fnstcw %1" : "=m" (m->mxcsr), "=m" (m->fcw));
}

/* G is about to be queued.  Release: pairs with the acquire of a report, which looks at the stack
   then; who takes it off a queue has the queue's order.  */
static inline void
cgo__set_runnable (struct cgo__g *g)
{
  atomic_store_explicit (&g->status, CGO__RUNNABLE, memory_order_release);
}

/* Whether g may run on M only.  */
static inline bool
cgo__g_locked (struct cgo__g *g, struct cgo__m *m)
{
  return g->locks || g->pinned || g->foreign || cgo__depth (m);
}

/* Where the cgo_ call that M's goroutine is in returns to: rbp and five registers are saved
   below that (arch/x86_64/api.S).  */
static inline uintptr_t
cgo__api_caller (const struct cgo__m *m)
{
  return ((const uintptr_t *) (m->callsp + CGO_API_SAVED))[1];
}

/* The segment of G that ADDRESS is on; null: on a system stack.  */
static inline struct cgo__seg *
cgo__segment_at (struct cgo__g *g, uintptr_t address)
{
  struct cgo__seg *seg = g->seg;
  while (seg && (address < seg->lo || address >= (uintptr_t) seg))
    seg = seg->prev;
  return seg;
}

_Noreturn void cgo__execute (struct cgo__m *, struct cgo__g *);

static inline uint64_t
cgo__ctx_word (const struct cgo__ctx *ctx, unsigned offset)
{
  return *(const uint64_t *) ((const char *) ctx + offset);
}

static inline uintptr_t
cgo__ctx_sp (const struct cgo__ctx *ctx)
{
  return cgo__ctx_word (ctx, CGO_CTX_RSP);
}

/* ---- jump.c ---- */
void cgo__jump_init (void);
/* jump-static.c: only in a static program.  */
extern void (*const cgo__static_jump) (struct __jmp_buf_tag *, int)
  __attribute__ ((weak));
void cgo__resync (struct cgo__ctx *);
_Noreturn void cgo__jump (struct __jmp_buf_tag *env);
void cgo__callback_left (uintptr_t bp);
/* Callbacks of M whose frames are below SP, on the stack of its thread, were left.  */
void cgo__callbacks_below (struct cgo__m *, uintptr_t sp);
void cgo__callbacks_all_left (struct cgo__m *);
/* Frames below SP on SEG are left without a return; SEG null: all.  */
void cgo__frames_left (struct cgo__g *, struct cgo__seg *seg, uintptr_t sp);

/* ---- goexit.c ---- */
void cgo__goend (void);

/* ---- alloca.c ---- */
void *cgo__alloca (size_t size, size_t align, struct cgo__block **blocks);
void cgo__alloca_release (struct cgo__block **blocks, struct cgo__block *mark);
/* A block, and how many bytes the caller's stack pointer has to move down by.  */
struct cgo__split_block
{
  void *memory;
  size_t lower;
};
struct cgo__split_block cgo__splitstack_alloca (size_t size, uintptr_t sp,
						uintptr_t bp);
/* G stops with its stack pointer at SP.  */
void cgo__alloca_stop (struct cgo__g *, uintptr_t sp);
void cgo__alloca_end (struct cgo__g *);		/* all it still has */
/* Those of activations that a jump to SP on SEG has left.  */
void cgo__alloca_left (struct cgo__g *, struct cgo__seg *seg, uintptr_t sp);

/* ---- g.c ---- */
struct cgo__g *cgo__g_new (struct cgo__p *);	/* null: no memory */
void cgo__g_free (struct cgo__p *, struct cgo__g *);
int cgo__ng (void);			/* goroutines that exist, or did a moment ago */
/* There is one more, or one less: in OWN, of the caller's P, or if there is none in ALL.  */
static inline void
cgo__count (_Atomic uint64_t *own, _Atomic uint64_t *all)
{
  /* Relaxed: there is one writer.  Release: pairs with cgo__ng.  */
  if (CGO__LIKELY (own != NULL))
    atomic_store_explicit (own, atomic_load_explicit (own, memory_order_relaxed) + 1,
			   memory_order_release);
  else
    atomic_fetch_add_explicit (all, 1, memory_order_release);
}
static inline void
cgo__ng_begun (struct cgo__p *p)
{
  cgo__count (p ? &p->begun : NULL, &cgo__sched.begun);
}
static inline void
cgo__ng_ended (struct cgo__p *p)
{
  cgo__count (p ? &p->ended : NULL, &cgo__sched.ended);
}
/* START will find the general registers from ARGS on.  */
void cgo__g_prepare (struct cgo__g *, const char *start, const uint64_t *args);

/* ---- sysmon.c, timer.c ---- */
/* sysmon.c says who must call it.  */
void cgo__sysmon_start (void);
static inline void
cgo__sysmon_need (void)
{
  /* Relaxed: whoever finds it clear asks again, with an exchange.  */
  if (CGO__UNLIKELY (!atomic_load_explicit (&cgo__sched.sysmon,
					    memory_order_relaxed)))
    cgo__sysmon_start ();
}
struct cgo__p *cgo__take_still (void);
void cgo__sysmon_set_wait (bool);
void cgo__sysmon_wake (void);		/* a P is not idle any more, or work waits; lock held */
void cgo__sysmon_wake_slow (void);
/* The goroutine of M, if M has a P, is to yield at its next check or return from C.  */
void cgo__ask_to_yield (struct cgo__m *);
static inline void
cgo__sysmon_work (void)			/* work waits, and no P is idle */
{
  /* The work is on its queue before this load.  For the CPU a fence of the caller or sysmon's
     membarrier sees to that; this is for the compiler.  Relaxed, therefore.  */
  atomic_signal_fence (memory_order_seq_cst);
  if (CGO__UNLIKELY (atomic_load_explicit (&cgo__sched.sysmonwait,
					   memory_order_relaxed)))
    cgo__sysmon_wake_slow ();
}
void cgo__sysmon_timer (int64_t when);	/* a new first timer */
int64_t cgo__timers_run (int64_t now);	/* when the next is due */
bool cgo__timers_pending (void);
void cgo__timers_forget (void);

int cgo__newproc (const uint64_t *args, const void *stackargs, uint64_t shape);

/* ---- hold.c ---- */
bool cgo__hold (struct cgo__g *);
void cgo__let_go (void);

/* ---- stop.c ---- */
void cgo__stop_here (struct cgo__m *);
void cgo__p_stopped (void);		/* lock held */
bool cgo__make_ps (int n);
/* From now on there are N Ps.  How many there were, or -1 with errno ENOMEM.  */
int cgo__procresize (int n);

/* ---- fork.c ---- */
void cgo__fork_init (void);

/* ---- callback.c ---- */
void cgo__callback_init (void);
/* This thread gets an M and a goroutine, as if that had called the C that runs.  */
void cgo__adopt_thread (void);
bool cgo__on_initial_thread (void);
void cgo__callbacks_over (struct cgo__m *);
/* api/main.c: the runtime starts, or has started, when this returns.  */
void cgo__start (void);
void cgo__callback_bind (struct cgo__m *);
void cgo__callback_unbind (void);	/* the thread's end means nothing */

/* The stack of a goroutine that does not run: one of the two cgo__unwind_ of
   arch/arch.h.  */
void cgo__unwind_g (struct cgo__g *, void (*fn) (void *), void *arg);
extern const char cgo__gostart[], cgo__gostart_vectors[], cgo__gostart_main[];

static inline uintptr_t
cgo__guard_get (void)
{
  uintptr_t v;
  __asm__ volatile ("movq %%fs:%c1, %0" : "=r" (v) : "i" (CGO_GUARD_SLOT));
  return v;
}

static inline void
cgo__resume_set (uintptr_t v)
{
  __asm__ volatile ("movq %0, %%fs:%c1" : : "r" (v), "i" (CGO_RESUME_SLOT)
		    : "memory");
}

static inline void
cgo__guard_set (uintptr_t v)
{
  __asm__ volatile ("movq %0, %%fs:%c1" : : "r" (v), "i" (CGO_GUARD_SLOT)
		    : "memory");
}

#pragma GCC visibility pop
#endif
