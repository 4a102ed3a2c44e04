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
   callbacks (callback.pml); sysmon's sleep (sleep.pml); stopping the world and changing
   the number of Ps (stop.pml).

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

#include "tso.pml"

byte left[NG];			/* calls left to a goroutine; not in the program */

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
