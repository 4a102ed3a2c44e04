/* chaos.h - CGODEBUG=chaos=SEED: chaos.c.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_CHAOS_H
#define CGO_CHAOS_H 1

#include "sched/proc.h"

#pragma GCC visibility push(hidden)

/* True one time in N, at random.  */
bool cgo__chaos_roll (unsigned n);

/* The same, but never unless the mode is on.  */
static inline bool
cgo__chaos (unsigned n)
{
  return CGO__UNLIKELY (cgo__debug.chaos != 0) && cgo__chaos_roll (n);
}

/* What follows is called in the mode alone.  */

/* From 0 to N - 1.  */
unsigned cgo__chaos_below (unsigned n);

/* Waits for a moment; no lock need be free.  */
void cgo__chaos_delay (void);

/* g, which may leave this M, goes to the end of the global queue, and this M, which has a P or
   none, parks.  */
_Noreturn void cgo__chaos_migrate (struct cgo__g *g, struct cgo__ctx *ctx);

/* g is about to run on M.  */
void cgo__chaos_slice (struct cgo__m *m, struct cgo__g *g);

/* The next goroutine from anywhere but where P would have looked first; or null.  */
struct cgo__g *cgo__chaos_pick (struct cgo__p *p);

#pragma GCC visibility pop
#endif
