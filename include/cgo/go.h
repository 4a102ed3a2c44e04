/* cgo/go.h - goroutines, and the time they measure deadlines in.  In a signal handler
   only cgo_goid, cgo_numgoroutine, cgo_maxprocs, cgo_stack_dump and cgo_now may be
   called: the others are a named error there.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_GO_H
#define CGO_GO_H 1

#include <cgo/attr.h>
#include <stddef.h>
#include <stdint.h>

CGO_BEGIN_DECLS

/* Starts a goroutine that calls FN with the arguments that follow, which are
   checked against FN's prototype and converted to its parameter types at
   compile time, as in a call.  FN's result is discarded.

     cgo_go (serve, fd, &config);

   Returns 0, or -1 with errno ENOMEM.  May be called by a goroutine, below C,
   on a foreign thread; only code compiled with the plugin can, and it has no address.
   The plugin takes each call over before its arguments are converted; what stands
   here gives the name and the result.  */
int cgo_go (void *fn, ...) CGO_SPLIT;

/* Lets other goroutines run; the caller goes to the end of the line.  */
void cgo_gosched (void) CGO_SPLIT;

/* Ends the calling goroutine, as pthread_exit does a thread: destructors and cleanups
   run, the newest first, and may do whatever goroutines do.  From main it ends only
   that goroutine; the program goes on until exit is called or nothing can run.  In a callback from
   C it is a named error: C's frames cannot be dropped.  */
void cgo_goexit (void) CGO_SPLIT __attribute__ ((__noreturn__));

/* The number of the calling goroutine, from 1 (main); 0 on a system stack.  */
uint64_t cgo_goid (void) CGO_SPLIT;

/* Names the calling goroutine in messages and tracebacks: `goroutine 7 "acceptor"'.  The name is
   copied; what is longer than 63 bytes is cut there, and control characters become `?'.  Null or
   "" takes it away.  It ends with the goroutine.  0; -1 with errno ENOMEM, and then the name is
   what it was.  A named error on a system stack.  */
int cgo_goname (const char *name) CGO_SPLIT;

/* How many goroutines there are, and how many may run at once.  */
int cgo_numgoroutine (void) CGO_SPLIT;
int cgo_maxprocs (void) CGO_SPLIT;

/* From now on N goroutines may run at once, at most 1024; N < 1 changes nothing.  Returns
   how many it were, or -1 with errno EINVAL or ENOMEM.  On any thread.  All goroutines are
   stopped for the change, so it waits for those that neither check their stack nor call C.  */
int cgo_gomaxprocs (int n) CGO_SPLIT;

/* Prints to standard error what each goroutine does, as CGOTRACEBACK=all has it: the
   calling one, then up to 100 others.  It may be called wherever code runs, on any thread, in
   a signal handler, and by a debugger: call (void) cgo_stack_dump ().  Nothing is stopped
   meanwhile; what another thread runs is named, but its stack not shown.  Keeps errno.  */
void cgo_stack_dump (void) CGO_SPLIT;

/* From now on the calling goroutine runs on the thread it is on, and nothing
   else does, until cgo_unlock_os_thread was called as often.  If the goroutine ends before, so
   does the thread, with whatever was changed in it; the initial thread sleeps instead.  Threads
   that the runtime makes do not inherit from a locked one.  */
void cgo_lock_os_thread (void) CGO_SPLIT;
void cgo_unlock_os_thread (void) CGO_SPLIT;

/* A deadline is a time on this clock: monotonic, nanoseconds.  CGO_FOREVER is
   the deadline that never comes.  */
#define CGO_FOREVER INT64_MAX
#define CGO_NANOSECOND INT64_C (1)
#define CGO_MICROSECOND INT64_C (1000)
#define CGO_MILLISECOND INT64_C (1000000)
#define CGO_SECOND INT64_C (1000000000)
int64_t cgo_now (void) CGO_SPLIT;

/* Sleeps for NS nanoseconds, or until the deadline.  Always 0.  The thread runs
   other goroutines meanwhile.  */
int cgo_sleep (int64_t ns) CGO_SPLIT;
int cgo_sleep_until (int64_t deadline) CGO_SPLIT;

CGO_END_DECLS
#endif
