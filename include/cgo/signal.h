/* cgo/signal.h - signals on a channel.

   Instead of a handler, in which next to nothing is allowed, a goroutine receives the
   signals:

     cgo_chan *c = cgo_chan_make (sizeof (int), 1);
     cgo_signal_notify (c, SIGINT);
     cgo_signal_notify (c, SIGTERM);
     int sig;
     cgo_chan_recv (c, &sig);

   Each signal that comes is sent on every channel that asked for it.  The send does not
   wait: where there is neither room nor a receiver that value is dropped, so the channel
   should have room for what may come while nobody receives; 1 is enough for one signal
   that says `look again'.  A signal that comes again before it was sent is sent once.

   A program whose goroutines all wait while a channel is registered is not deadlocked.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_SIGNAL_H
#define CGO_SIGNAL_H 1

#include <cgo/attr.h>
#include <cgo/chan.h>

CGO_BEGIN_DECLS

/* From now on SIG is also sent on the channel, whose values must be ints (a named error
   otherwise), in place of the action that it had: the default one, being ignored, or a
   handler.  0; -1 with errno EINVAL if SIG is no signal or none that can be had so: SIGKILL,
   SIGSTOP, those that libc keeps for itself, and SIGSEGV, SIGBUS, SIGFPE and SIGILL, after
   which the code that failed cannot go on; ENOMEM.  Once more is no error and changes
   nothing.

   The last to set an action wins: a handler that the program installs later gets the
   signal in place of the channels, until cgo_signal_notify is called again.  C in a system
   call that the signal interrupts goes on (SA_RESTART).  A thread that blocks the signal
   does not take it.  Any thread, but no signal handler.  In the child of a fork the
   registrations hold, those signals being the child's own.  */
int cgo_signal_notify (cgo_chan *, int sig) CGO_SPLIT;

/* No more signals for this channel; free it only after this, else it is a named error.
   What came before is sent before this returns.  A signal that no channel wants any more
   gets back the action that it had before the first asked.  A channel that gets none is no
   error.  0 always.  */
int cgo_signal_stop (cgo_chan *) CGO_SPLIT;

CGO_END_DECLS
#endif
