/* callstats.h - statistics of calls of C: callstats.c.  Nothing here is called unless
   cgo__debug.callstats is set, but the first.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_CALLSTATS_H
#define CGO_CALLSTATS_H 1

#include "sched/proc.h"

#pragma GCC visibility push(hidden)

/* Once.  Arranges for the report at exit.  */
void cgo__callstats_init (void);

/* M goes into C, with the registers of asmcall in CTX.  */
void cgo__callstats_enter (struct cgo__m *, const struct cgo__ctx *ctx);
/* It comes back.  HANDOFF: its P is gone.  */
void cgo__callstats_exit (struct cgo__m *, bool handoff);
/* C calls back, cgo__depth counts it, and m->p may be gone.  */
void cgo__callstats_callback (struct cgo__m *);

/* In the child of a fork.  */
void cgo__callstats_forget (void);

#pragma GCC visibility pop
#endif
