/* signal.h - signals and goroutines.

     sigaction.c   what programs call: each handler gets the runtime's trampoline
     signal.c	   the signal stack of each M, and the handlers libc installs
     fault.c	   SIGSEGV and other faults that the program does not handle
     quit.c	   SIGQUIT, likewise

   SPDX-License-Identifier: MIT  */

#ifndef CGO_RUNTIME_SIGNAL_H
#define CGO_RUNTIME_SIGNAL_H 1

#include "sched/proc.h"

#include <signal.h>

#pragma GCC visibility push(hidden)

/* ---- signal.c ---- */

/* Once, when the initial thread has its M.  */
void cgo__signal_init (void);

/* The M's thread gets a signal stack, unless it brought its own, and loses it.
   Both are called on that thread.  */
void cgo__signal_m_init (struct cgo__m *);
void cgo__signal_m_fini (struct cgo__m *);

/* Whether a handler runs on this thread, right now.  */
bool cgo__in_signal (void);
void cgo__signal_check (const char *name);

/* To be called when libc may have installed handlers of its own: after the first
   pthread_create and the first pthread_cancel.  */
void cgo__signal_libc (void);

/* ---- sigaction.c ---- */

/* The address of a mark in the frame of the innermost trampoline that runs on this
   thread, or 0.  */
extern __thread uintptr_t cgo__signal_frame
  __attribute__ ((tls_model ("initial-exec")));

/* What that mark is.  */
static inline uintptr_t
cgo__signal_mark (uintptr_t frame)
{
  return frame ^ 0x7369676e616c;
}

/* libc's sigaction, which does not know of all this.  */
int __sigaction (int, const struct sigaction *, struct sigaction *)
  __attribute__ ((visibility ("default")));

/* Ours, also where something stands in front of it: ThreadSanitizer's library puts off what comes
   to a handler that was set through it, and for as long as an M sleeps.  */
int cgo__sigaction (int, const struct sigaction *restrict, struct sigaction *restrict);

/* Gives a handler that got past us (installed by libc itself) the trampoline.  */
void cgo__sigaction_adopt (int sig);

/* ---- For api/notify.c ---- */

/* Sends the signals that came on their channels; null before there was a channel.  sysmon
   calls it before it sleeps, with no lock held.  Set once.  */
extern void (*_Atomic cgo__signals_send) (void);

/* Channels that get signals: who waits may be woken by one.  */
extern _Atomic int cgo__signal_chans;

/* ---- For async.c ---- */

/* SIG becomes ours: from now on the kernel has the trampoline, also where the program has no
   handler, and restarts system calls.  */
void cgo__sigaction_own (int sig);
enum { CGO__SIGASYNC = SIGURG };

/* ---- fault.c ---- */

/* Takes SIG if it is a fault and its action is the default one.  From now on it is reported
   when the kernel sends it, and then has its default action.  cgo__fault_init: all faults.  */
void cgo__fault_init (void);
void cgo__fault_install (int sig);
bool cgo__fault_p (const struct sigaction *);

/* ---- quit.c ---- */

/* Takes SIG if that is SIGQUIT and its action the default one.  */
void cgo__quit_install (int sig);
bool cgo__quit_p (const struct sigaction *);

#pragma GCC visibility pop
#endif
