/* notify.c - signals on channels.

   The handler sets a bit and wakes sysmon, which sends the signal on each channel that
   asked for it.  That is all a handler can do: it may have interrupted the holder of any
   lock.  sysmon does not wait, so a channel without room drops the value.

   The handler is installed by sigaction, as a program's, so that the rule is the one that
   programs know: the last to set an action wins, and who puts back what sigaction gave it
   puts the channels back.  What was there before is kept and comes back with the last
   cgo_signal_stop, unless the program has set something else.

   A signal is either sent or has the action that is restored, also if it comes during
   cgo_signal_stop, unless the thread that gets it stops at the first instructions of the
   handler for as long as that takes: cgo_signal_stop first puts the action back, then
   waits for handlers under way and sends what they left, and only then forgets the
   channel.  The handler blocks all signals, so that no other can jump out of it and leave
   it under way for ever.

   One lock guards the registrations.  It is held while sysmon sends, before a channel's;
   a fork waits for it, so that the child finds no channel in the middle of that.  In the
   child what came to the parent is forgotten, and sysmon runs again when a goroutine
   waits (cgo__checkdead).

   ThreadSanitizer is told of no order by that lock, but of that between sysmon and who made the
   channel, or stops it and frees it.

   Rejected: a goroutine that waits in sigwait, as every thread would have to block the
   signals, C's too; and a thread for this alone.

   SPDX-License-Identifier: MIT  */

#include "api/api.h"
#include "base/tools.h"
#include "chan/chan.h"
#include "sched/signal.h"

#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <stdlib.h>

struct registration
{
  struct registration *next;
  cgo_chan *c;
  uint64_t set;			/* of the signals it wants */
};

static struct cgo__lock lock;	/* guards these two */
static struct registration *all;
static struct sigaction before[_NSIG];	/* what our handler replaced */

/* Signals that came and were not sent; handlers that run now.  */
static _Atomic uint64_t pending;
static _Atomic int under_way;

static uint64_t
bit (int sig)
{
  return (uint64_t) 1 << (sig - 1);
}

/* ---- A signal comes, and is sent ---- */

CGO__UNCHECKED static void
on_signal (int sig)
{
  /* Acquire: the bit is not set before we count.  */
  atomic_fetch_add_explicit (&under_way, 1, memory_order_acquire);
  /* Seq_cst: the bit before the note's word.  Pairs with the fence in sysmon's nap.  */
  atomic_fetch_or_explicit (&pending, bit (sig), memory_order_seq_cst);
  cgo__note_wake_in_handler (&cgo__sched.sysmonnote);
  /* Release: pairs with the acquire in wait_for_handlers.  */
  atomic_fetch_sub_explicit (&under_way, 1, memory_order_release);
}

/* The lock is held.  */
static void
send_pending (void)
{
  /* Acq_rel: what happened before the signal is seen by who receives it.  */
  uint64_t came = atomic_exchange_explicit (&pending, 0, memory_order_acq_rel);
  for (; came; came &= came - 1)
    {
      int sig = __builtin_ctzll (came) + 1;
      for (struct registration *r = all; r; r = r->next)
	if (r->set & bit (sig))
	  {
	    cgo__tsan_acquire (r->c);
	    cgo__chan_try_send (r->c, &sig);
	    cgo__tsan_release (r->c);
	  }
    }
}

/* sysmon calls it (cgo__signals_send).  */
static void
send (void)
{
  /* Relaxed: sysmon has just passed a fence; a bit that comes later comes with a wakeup.  */
  if (!atomic_load_explicit (&pending, memory_order_relaxed))
    return;
  cgo__lock (&lock);
  send_pending ();
  cgo__unlock (&lock);
}

/* ---- The actions ---- */

/* Whether SIG goes to the channels now; *NOW is its action.  */
static bool
is_ours (int sig, struct sigaction *now)
{
  return cgo__sigaction (sig, NULL, now) == 0 && !(now->sa_flags & SA_SIGINFO)
	 && now->sa_handler == on_signal;
}

static int
take (int sig)
{
  struct sigaction now, ours = { .sa_handler = on_signal, .sa_flags = SA_RESTART };
  if (is_ours (sig, &now))
    return 0;
  cgo__tsan_ignore_begin ();
  sigfillset (&ours.sa_mask);
  cgo__tsan_ignore_end ();
  if (cgo__sigaction (sig, &ours, &now) != 0)
    return -1;
  before[sig] = now;
  return 0;
}

static void
give_back (uint64_t set)
{
  struct sigaction now;
  for (; set; set &= set - 1)
    {
      int sig = __builtin_ctzll (set) + 1;
      if (is_ours (sig, &now))
	cgo__sigaction (sig, &before[sig], NULL);
    }
}

static void
wait_for_handlers (void)
{
  /* Acquire: pairs with the release in on_signal.  */
  while (atomic_load_explicit (&under_way, memory_order_acquire))
    sched_yield ();
}

/* ---- Forks ---- */

static void
prepare (void)
{
  cgo__lock (&lock);
}

static void
parent (void)
{
  cgo__unlock (&lock);
}

static void
child (void)
{
  lock = (struct cgo__lock) { 0 };
  /* Relaxed: there is one thread.  */
  atomic_store_explicit (&pending, 0, memory_order_relaxed);
  atomic_store_explicit (&under_way, 0, memory_order_relaxed);
}

/* ---- The public functions ---- */

static void
start (void)
{
  cgo__start ();
  pthread_atfork (prepare, parent, child);
  cgo__signals_send = send;
}

/* The place where the pointer to C's registration is, or the end of the list.  The lock is
   held.  */
static struct registration **
find (cgo_chan *c)
{
  struct registration **r = &all;
  while (*r && (*r)->c != c)
    r = &(*r)->next;
  return r;
}

static int
add (cgo_chan *c, int sig)
{
  struct registration **at = find (c), *r = *at;
  if (!r)
    r = calloc (1, sizeof *r);
  if (!r)
    return -1;
  if (take (sig) != 0)
    {
      if (!*at)
	free (r);
      return -1;
    }
  cgo__tsan_release (c);
  r->c = c;
  r->set |= bit (sig);
  if (!*at)
    {
      *at = r;
      cgo__chan_set_notified (c, true);
      /* Relaxed: cgo__checkdead reads it when goroutines wait, after this.  */
      atomic_fetch_add_explicit (&cgo__signal_chans, 1, memory_order_relaxed);
    }
  return 0;
}

static void
check (cgo_chan *c, const char *name)
{
  if (!c)
    cgo__fatal ("%s of a null channel", name);
  if (cgo__chan_elemsize (c) != sizeof (int))
    cgo__fatal ("%s: the channel's values have %lu bytes instead of an int's", name,
		(unsigned long) cgo__chan_elemsize (c));
}

int
cgo__signal_notify (cgo_chan *c, int sig)
{
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  check (c, "cgo_signal_notify");
  if (sig <= 0 || sig >= _NSIG || sig == SIGSEGV || sig == SIGBUS || sig == SIGFPE
      || sig == SIGILL)
    {
      errno = EINVAL;
      return -1;
    }
  pthread_once (&once, start);
  cgo__sysmon_need ();
  cgo__lock (&lock);
  int r = add (c, sig);
  cgo__unlock (&lock);
  return r;
}

int
cgo__signal_stop (cgo_chan *c)
{
  check (c, "cgo_signal_stop");
  cgo__lock (&lock);
  struct registration *r = *find (c);
  if (r)
    {
      uint64_t set = r->set;
      for (struct registration *o = all; o; o = o->next)
	if (o != r)
	  set &= ~o->set;
      give_back (set);
      wait_for_handlers ();
      send_pending ();
      cgo__tsan_acquire (c);
      *find (c) = r->next;
      cgo__chan_set_notified (c, false);
      atomic_fetch_sub_explicit (&cgo__signal_chans, 1, memory_order_relaxed);
    }
  cgo__unlock (&lock);
  cgo__tsan_ignore_begin ();
  free (r);
  cgo__tsan_ignore_end ();
  return 0;
}
