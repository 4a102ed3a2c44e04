/* lending.pml - the lending protocol (runtime/sched/syscall.c) for Spin.

   An M that calls C keeps its P, but only on loan: m->sys goes odd, and while
   it is odd sysmon, the taker, may take the P away.  The owner's way in and out
   has no locked instruction, so what it stores stands in its CPU's store buffer
   while it reads the taker's flag; membarrier is what makes the taker safe.

   The memory is x86's (TSO): an M's plain stores go through the FIFO sb[m],
   which `memory' empties one by one, at any time.  A locked instruction of the M
   empties it at once; so does membarrier, for every M, one after another.  The
   taker's only store that anybody reads without the lock is retake = 1: one
   place, `tb', is its whole store buffer.

   What is checked, over all interleavings:
     - no P is run on by two Ms, and none by an M that does not own it;
     - each P is in exactly one place: some m->p, idle, or in somebody's hand;
     - who gets a P sees all that the last one stored on it;
     - every goroutine ends: when nothing can move any more, `done' is NG.

   Left out: the tick between the taker's two looks at sys (waiting less shows
   more interleavings, not fewer); run queues of the Ps (sched's global queue
   stands for them); starting threads (there are as many Ms as goroutines);
   callbacks, each of which is an exit and an enter; and sysmon's sleep, for it
   sleeps only while every P is idle and taking one off that list wakes it, or, if a
   callback on a foreign thread took it, whoever waits for a P next.

   -DFENCED	no membarrier in this kernel: the owner fences after sys++
   -DNM=n -DNP=n -DROUNDS=n	Ms (and goroutines), Ps, C calls a goroutine
   -DCUT_x	leaves step x out, to see that the check notices: `check' has
		the list

   SPDX-License-Identifier: MIT  */

#ifndef NM
# define NM 2
#endif
#ifndef NP
# define NP 1
#endif
#ifndef ROUNDS
# define ROUNDS 2
#endif
#define NG NM
#define NONE 15

/* struct cgo__m.  */
byte sys[NM];
bool retake[NM];
byte mp[NM] = NONE;
bool mlock[NM];
byte nextp[NM] = NONE;

/* struct cgo__sched: sets are bit masks.  */
bool slock;
byte idle;			/* Ps */
byte runq;			/* goroutines */
byte parked;			/* Ms */

/* What the Ms leave on a P and its next owner must see.  */
bool data[NP];

/* Not in the program: how many Ms run on a P, whether it is in somebody's hand,
   what its data ought to be, calls left to a goroutine, goroutines ended.  */
byte users[NP];
bool hand[NP];
bool truth[NP];
byte left[NG];
byte done;

#ifdef CUT_RETAKE_ON_M
bool pretake[NP];		/* the flag on the P, as it once was */
# define FLAG pretake[p]
# define SET_FLAG(m, v) pretake[tp] = v
#else
# define FLAG retake[id]
# define SET_FLAG(m, v) retake[m] = v
#endif

/* ---- Memory -------------------------------------------------------------- */

#define AT_SYS NP		/* an address: of a P's data, or of sys */
chan sb[NM] = [3] of { byte, byte };
byte tb = NONE;			/* the M whose retake the taker has yet to set */
byte tp;			/* the P it wants */

inline land (m, at, v)
{
  if
  :: at == AT_SYS -> sys[m] = v
  :: else -> data[at] = v
  fi
}

inline drain (m, at, v)
{
  do
  :: nempty (sb[m]) -> sb[m] ? at, v; land (m, at, v)
  :: empty (sb[m]) -> break
  od;
  at = 0; v = 0
}

inline drain_taker ()
{
  if
  :: tb != NONE -> SET_FLAG (tb, true); tb = NONE
  :: else
  fi
}

active proctype memory ()
{
  byte m, at, v;

end:
  do
  :: d_step { nempty (sb[0]) -> sb[0] ? at, v; land (0, at, v); at = 0; v = 0 }
  :: d_step { nempty (sb[1]) -> sb[1] ? at, v; land (1, at, v); at = 0; v = 0 }
#if NM > 2
  :: d_step { nempty (sb[2]) -> sb[2] ? at, v; land (2, at, v); at = 0; v = 0 }
#endif
  :: d_step { tb != NONE -> drain_taker () }
  od
}

/* ---- Locks, and what is done under them ---------------------------------- */

/* By an M: taking and releasing a lock are locked instructions.  */
#define LOCK(l) d_step { !l -> l = true; drain (id, at, v) }
#define UNLOCK(l) d_step { drain (id, at, v); l = false }

/* The same by the taker.  */
#define TLOCK(l) d_step { !l -> l = true; drain_taker () }
#define TUNLOCK(l) d_step { drain_taker (); l = false }

inline first (set, i)
{
  i = 0;
  do
  :: !(set & (1 << i)) -> i++
  :: else -> break
  od
}

/* cgo__handoffp, sched.lock held: p in hand goes to a parked M if work waits,
   else to the idle ones.  */
inline handoff (p, i)
{
  d_step
    {
      hand[p] = false;
      if
#ifndef CUT_HANDOFF_LOOKS
      :: runq && parked ->
	 first (parked, i);
	 parked = parked & ~(1 << i);
	 nextp[i] = p; hand[p] = true; i = 0
#endif
      :: else -> idle = idle | (1 << p)
      fi
    }
}

/* ---- The owner ----------------------------------------------------------- */

proctype owner (byte id)
{
  byte p = NONE, g = NONE, s, i, at, v;

  if
  :: id < NP -> d_step { p = id; g = id }
  :: else -> goto park
  fi;

running:
  skip;
  d_step
    {
      assert (mp[id] == p);
      users[p]++;
      assert (users[p] == 1);
      truth[p] = !truth[p]
    };
  sb[id] ! p, truth[p];
  users[p]--;
  if
  :: left[g] == 0 -> goto ended
  :: else -> left[g]--
  fi;

enter:
  skip;
#ifdef CUT_ENTER_ORDER
  /* As if the compiler moved a store on the P behind the one to sys.  */
  d_step { nfull (sb[id]) -> s++; sb[id] ! AT_SYS, s; truth[p] = !truth[p] };
  sb[id] ! p, truth[p];
#else
  d_step { nfull (sb[id]) -> s++; sb[id] ! AT_SYS, s };
#endif
#ifdef FENCED
  d_step { drain (id, at, v) };
#endif
  if
  :: skip			/* default mode: the P is lent */
  :: goto blocking
  fi;
  goto exit;

blocking:
  skip;
#ifndef CUT_BLOCKING_LOCK
  LOCK (mlock[id]);
#endif
  p = mp[id];
  d_step
    {
      if
      :: p != NONE -> mp[id] = NONE; hand[p] = true
      :: else
      fi
    };
#ifndef CUT_BLOCKING_FLAG
  retake[id] = true;
#endif
#ifndef CUT_BLOCKING_LOCK
  UNLOCK (mlock[id]);
#endif
  if
  :: p != NONE -> LOCK (slock); handoff (p, i); UNLOCK (slock)
  :: else
  fi;

exit:
  skip;
  d_step { nfull (sb[id]) -> s++; sb[id] ! AT_SYS, s };
#if defined FENCED && !defined CUT_OWNER_FENCE
  d_step { drain (id, at, v) };
#endif
#ifdef CUT_EXIT_LOOKS
  goto running;
#else
  if
  :: !FLAG -> goto running
  :: else
  fi;
#endif

slow_exit:
  skip;
#ifndef CUT_SLOW_LOCK
  LOCK (mlock[id]);
#endif
#ifndef CUT_SLOW_OWN
  p = mp[id];
#endif
  if
  :: p != NONE -> FLAG = false
  :: else
  fi;
#ifndef CUT_SLOW_LOCK
  UNLOCK (mlock[id]);
#endif
  if
  :: p != NONE -> goto running
  :: else
  fi;

  /* Any idle P, else the goroutine to the global queue: one critical section,
     or a P becomes idle in between and nobody looks again.  */
  LOCK (slock);
  if
  :: idle ->
     d_step { first (idle, p); idle = idle & ~(1 << p); hand[p] = true };
     UNLOCK (slock);
     goto acquire
  :: else
  fi;
#ifdef CUT_ONE_SECTION
  UNLOCK (slock);
  LOCK (slock);
#endif
  d_step { runq = runq | (1 << g); g = NONE; parked = parked | (1 << id) };
  UNLOCK (slock);
  goto park;

acquire:
  /* cgo__acquirep.  */
  skip;
  LOCK (mlock[id]);
  d_step
    {
      assert (mp[id] == NONE && hand[p]);
      assert (data[p] == truth[p]);
      mp[id] = p;
      FLAG = false;
      hand[p] = false
    };
  UNLOCK (mlock[id]);
  if
  :: g != NONE -> goto running
  :: else -> goto schedule
  fi;

ended:
  skip;
  d_step { done++; g = NONE };

schedule:
  skip;
  LOCK (slock);
  if
  :: runq -> d_step { first (runq, g); runq = runq & ~(1 << g) }; UNLOCK (slock);
     goto running
  :: else
  fi;
  UNLOCK (slock);
  /* cgo__releasep, then the queue once more with the P on its way to idle.  */
  LOCK (mlock[id]);
  d_step { mp[id] = NONE; hand[p] = true };
  UNLOCK (mlock[id]);
  LOCK (slock);
  if
  :: runq -> d_step { first (runq, g); runq = runq & ~(1 << g) }; UNLOCK (slock);
     goto acquire
  :: else
  fi;
  d_step
    {
      idle = idle | (1 << p); hand[p] = false; p = NONE;
      parked = parked | (1 << id)
    };
  UNLOCK (slock);

park:
  if
  :: d_step { nextp[id] != NONE -> p = nextp[id]; nextp[id] = NONE };
     goto acquire
  :: done == NG
  fi
}

/* ---- The taker: sysmon --------------------------------------------------- */

#define LENT(m) (sys[m] % 2 == 1 && mp[m] != NONE)

proctype taker ()
{
  byte m, s, i, at, v;

again:
  m = 0; s = 0; tp = 0;
  if
  :: done == NG -> goto out
#ifdef CUT_TAKER_ODD
  :: d_step { mp[0] != NONE -> m = 0; tp = mp[0]; s = sys[0] }
  :: d_step { mp[1] != NONE -> m = 1; tp = mp[1]; s = sys[1] }
#else
  :: d_step { LENT (0) -> m = 0; tp = mp[0]; s = sys[0] }
  :: d_step { LENT (1) -> m = 1; tp = mp[1]; s = sys[1] }
# if NM > 2
  :: d_step { LENT (2) -> m = 2; tp = mp[2]; s = sys[2] }
# endif
#endif
  fi;

  TLOCK (mlock[m]);
#ifndef CUT_TAKER_P
  tp = mp[m];
  if
  :: tp == NONE -> tp = 0; TUNLOCK (mlock[m]); goto again
  :: else
  fi;
#endif
#ifndef CUT_TAKER_FLAG_FIRST
  tb = m;
#endif
#ifdef FENCED
# ifndef CUT_TAKER_FENCE
  d_step { drain_taker () };
# endif
#elif !defined CUT_MEMBARRIER
  d_step { drain_taker () };
  d_step { drain (0, at, v) };
  d_step { drain (1, at, v) };
# if NM > 2
  d_step { drain (2, at, v) };
# endif
#endif
  if
#ifndef CUT_TAKER_SYS
  :: sys[m] != s ->
     /* It came back: not ours.  */
     d_step { drain_taker (); SET_FLAG (m, false) };
     TUNLOCK (mlock[m]);
     goto again
#endif
  :: else
  fi;
  d_step
    {
      mp[m] = NONE; hand[tp] = true
    };
#ifdef CUT_TAKER_FLAG_FIRST
  tb = m;
#endif
#ifdef CUT_FLAG_STAYS
  d_step { drain_taker (); SET_FLAG (m, false) };
#endif
  TUNLOCK (mlock[m]);

  TLOCK (slock);
  handoff (tp, i);
  TUNLOCK (slock);
  goto again;

out:
  skip
}

/* Each P in exactly one place.  */
#define HAS(m, p) (mp[m] == p -> 1 : 0)
#if NM > 2
# define OWNERS(p) (HAS (0, p) + HAS (1, p) + HAS (2, p))
#else
# define OWNERS(p) (HAS (0, p) + HAS (1, p))
#endif
#define PLACES(p) (OWNERS (p) + ((idle >> p) & 1) + hand[p])

init
{
  byte i;

  d_step
    {
      do
      :: i < NM ->
	 left[i] = ROUNDS;
	 if
	 :: i < NP -> mp[i] = i
	 :: else -> runq = runq | (1 << i); parked = parked | (1 << i)
	 fi;
	 i++
      :: else -> break
      od
    };
  atomic
    {
      run owner (0);
      run owner (1);
#if NM > 2
      run owner (2);
#endif
      run taker ()
    }

  /* At the end and, because this may happen at any time, all along.  */
end:
  do
  :: PLACES (0) != 1 -> assert (false)
#if NP > 1
  :: PLACES (1) != 1 -> assert (false)
#endif
  :: timeout -> break
  od;
  assert (done == NG)
}
