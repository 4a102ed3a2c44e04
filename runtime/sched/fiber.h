/* fiber.h - goroutines as ThreadSanitizer knows them: fiber.c.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_FIBER_H
#define CGO_FIBER_H 1

#include "base/tools.h"
#include "sched/proc.h"

#pragma GCC visibility push(hidden)

void cgo__fiber_enter_slow (void);
void cgo__fiber_new_slow (struct cgo__g *, const void *pc);
void cgo__fiber_name_slow (struct cgo__g *);
void cgo__fiber_adopt_slow (struct cgo__g *);
void cgo__fiber_free_slow (struct cgo__g *);
void cgo__fiber_m_slow (struct cgo__m *);
void cgo__fiber_run_slow (struct cgo__g *);
void cgo__fiber_stop_slow (struct cgo__m *, struct cgo__g *);
void cgo__fiber_last_slow (struct cgo__m *);
void cgo__fiber_acquire_for_slow (struct cgo__g *, const void *address);

/* What happens between these two is done by the function that called the cgo_ function that
   runs.  */
static inline void
cgo__fiber_enter (void)
{
  if (CGO__UNLIKELY (cgo__tools.tsan))
    cgo__fiber_enter_slow ();
}

static inline void
cgo__fiber_exit (void)
{
  if (CGO__UNLIKELY (cgo__tools.tsan))
    __tsan_func_exit ();
}

/* The goroutine of M calls C.  */
void cgo__fiber_call (struct cgo__m *, struct cgo__ctx *);

/* Whether G calls C on a stack of its own, and SP is there.  */
bool cgo__fiber_on_stack (struct cgo__g *, uintptr_t sp);

/* G begins; the running goroutine has made it, at PC.  */
static inline void
cgo__fiber_new (struct cgo__g *g, const void *pc)
{
  if (CGO__UNLIKELY (cgo__tools.tsan))
    cgo__fiber_new_slow (g, pc);
}

/* G, which runs, has another name.  */
static inline void
cgo__fiber_name (struct cgo__g *g)
{
  if (CGO__UNLIKELY (g->fiber != NULL))
    cgo__fiber_name_slow (g);
}

/* G is that of the foreign thread that runs.  */
static inline void
cgo__fiber_adopt (struct cgo__g *g)
{
  if (CGO__UNLIKELY (cgo__tools.tsan))
    cgo__fiber_adopt_slow (g);
}

/* G has ended, or never began, and does not run.  */
static inline void
cgo__fiber_free (struct cgo__g *g)
{
  if (CGO__UNLIKELY (g->fiber != NULL))
    cgo__fiber_free_slow (g);
}

/* M gets a fiber for what it does without a goroutine.  */
static inline void
cgo__fiber_m (struct cgo__m *m)
{
  if (CGO__UNLIKELY (cgo__tools.tsan))
    cgo__fiber_m_slow (m);
}

/* This thread runs G from now on.  */
static inline void
cgo__fiber_run (struct cgo__g *g)
{
  if (CGO__UNLIKELY (cgo__tools.tsan))
    cgo__fiber_run_slow (g);
}

/* M, whose thread this is, runs G, or (null) a thread of our own its first code, no more.  */
static inline void
cgo__fiber_stop (struct cgo__m *m, struct cgo__g *g)
{
  if (CGO__UNLIKELY (cgo__tools.tsan))
    cgo__fiber_stop_slow (m, g);
}

/* The program is about to exit, from an M that has no goroutine, or from sysmon.  */
static inline void
cgo__fiber_last (struct cgo__m *m)
{
  if (CGO__UNLIKELY (cgo__tools.tsan) && m)
    cgo__fiber_last_slow (m);
}

/* What was done before this sees G once it runs, which is ready now.  */
static inline void
cgo__fiber_ready (struct cgo__g *g)
{
  if (CGO__UNLIKELY (g->fiber != NULL))
    __tsan_release (g->fiber);
}

/* The running goroutine sees what G did, which waits.  */
static inline void
cgo__fiber_seen (struct cgo__g *g)
{
  if (CGO__UNLIKELY (g->fiber != NULL))
    __tsan_acquire (g->fiber);
}

/* G, which waits and is the caller's, sees what was released to ADDRESS.  */
static inline void
cgo__fiber_acquire_for (struct cgo__g *g, const void *address)
{
  if (CGO__UNLIKELY (g->fiber != NULL))
    cgo__fiber_acquire_for_slow (g, address);
}

#pragma GCC visibility pop
#endif
