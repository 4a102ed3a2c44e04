/* traceback.h - reports about goroutines: traceback.c.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_TRACEBACK_H
#define CGO_TRACEBACK_H 1

#include "sched/proc.h"

#pragma GCC visibility push(hidden)

/* Makes cgo__fatal name the running goroutine and print tracebacks.  */
void cgo__traceback_init (void);

/* Prints what this thread runs; then, if CGOTRACEBACK says so, all other
   goroutines.  FROM is the address the report begins at, where a fault was; 0 = at
   the caller, who belongs to the runtime.  */
void cgo__traceback (uintptr_t from);

/* The first place that a traceback from FROM on would show; FROM itself if there is none.  */
uintptr_t cgo__traceback_place (uintptr_t from);

/* The public cgo_stack_dump.  Any thread, also in a signal handler.  */
void cgo__stack_dump (void);

/* The first half of that; STATE is the word in brackets.  */
void cgo__traceback_this (uintptr_t from, const char *state);

/* What M does with its goroutine.  */
const char *cgo__running_name (struct cgo__m *);

/* Of a program that does not go on: who waits for whom, and (unless CGOTRACEBACK=none) every
   goroutine, MOST of them at most, with all that is known of what it waits for.  First, if FROM is
   not 0, the one that runs on this thread, as above.  */
void cgo__traceback_waits (size_t most, uintptr_t from);

/* quit.c: the thread of M, which runs G, prints that; false: it does not.  Only if the program
   then ends.  */
bool cgo__ask_thread (struct cgo__m *, struct cgo__g *);

/* G asked for more stack than it may have in the function at PC.  Called on its
   M, on g0.  */
_Noreturn void cgo__stack_limit (struct cgo__g *, uintptr_t pc);

/* Nothing can ever run again.  */
_Noreturn void cgo__report_deadlock (void);

/* `8 MiB'.  */
const char *cgo__size_name (size_t, char *buf, size_t size);

#pragma GCC visibility pop
#endif
