/* callback.pml - C calls back (runtime/arch/x86_64/callback.S, sched/callback.c), for Spin.

   Goroutine 0 calls C, by a call that lends the P or one that does not (`nonblocking').  C
   calls back, and the callback calls C again, or waits, or returns.  The way into a callback
   is an exit and the way out an enter if sys was odd when C called back, which is recorded
   (m->cb); else neither.  The goroutine cannot leave its M, 0: without a P it waits on the
   global queue, and the M that takes it from there hands its own P over.  M 1 is that one,
   and has a goroutine of its own.  The taker and the memory are those of lending.pml.

   With FOREIGN M 0 is that of a thread not ours, bound in the state of a call of C whose P
   was taken.

   What is checked, over all interleavings: what lending.pml checks, for M 0
   whenever it runs the goroutine, in a callback or not.

   -DFOREIGN -DFENCED
   -DCALLS=n -DBACKS=n		calls of C, and callbacks, that there are at most
   -DCUT_x			leaves step x out

   SPDX-License-Identifier: MIT  */

#define NM 2
#define NP 1
#define NG 2
#ifndef CALLS
# define CALLS 2
#endif
#ifndef BACKS
# define BACKS 1
#endif
#define NONE 15
#define BIT(i) (1 << (i))

#include "tso.pml"

inline use (g)
{
  d_step
    {
      assert (p != NONE && mp[id] == p);
      users[p]++;
      assert (users[p] == 1);
      truth[p] = !truth[p]
    };
  sb[id] ! p, truth[p];
  users[p]--
}

/* cgo__acquirep.  */
inline acquire ()
{
  LOCK (mlock[id]);
  d_step
    {
      assert (mp[id] == NONE && hand[p]);
      assert (data[p] == truth[p]);
      mp[id] = p;
      FLAG = false;
      hand[p] = false
    };
  UNLOCK (mlock[id])
}

inline releasep ()
{
  LOCK (mlock[id]);
  d_step { mp[id] = NONE; hand[p] = true };
  UNLOCK (mlock[id])
}

inline step_sys ()
{
  d_step { nfull (sb[id]) -> s++; sb[id] ! AT_SYS, s };
#ifdef FENCED
  d_step { drain (id, at, v) }
#endif
}

inline sleep_for_p ()
{
  atomic { nextp[id] != NONE -> p = nextp[id]; nextp[id] = NONE };
  acquire ()
}

/* cgo__exitsyscall_locked.  */
inline exit_locked ()
{
  LOCK (mlock[id]);
  p = mp[id];
  if
  :: p != NONE -> FLAG = false
  :: else
  fi;
  UNLOCK (mlock[id]);
  if
  :: p == NONE ->
     LOCK (slock);
     if
     :: idle ->
	d_step { first (idle, p); idle = idle & ~BIT (p); hand[p] = true };
	UNLOCK (slock);
	acquire ()
     :: else ->
	runq = runq | BIT (0);
	UNLOCK (slock);
	sleep_for_p ()
     fi
  :: else
  fi
}

/* ---- M 0 ----------------------------------------------------------------- */

proctype caller (byte id)
{
  byte p = NONE, s, i, at, v;
  byte depth;			/* callbacks under way */
  byte lends;			/* a bit for each call under way: it lends */
  byte odd;			/* and for each callback: sys was odd */
  byte calls = CALLS, backs = BACKS;
  bool waited;

#ifdef FOREIGN
  d_step { s = 1; lends = 1; calls-- };
  goto in_c;
#else
  p = 0;
#endif

running:
  skip;
  use (0);
  if
  :: calls -> calls--;
     if
     :: true -> lends = lends | BIT (depth); step_sys ()
     :: true -> lends = lends & ~BIT (depth)
     fi;
     goto in_c
  :: depth && !waited -> waited = true;
     releasep ();
     LOCK (slock);
     d_step { runq = runq | BIT (0) };
     handoff (p, i);
     UNLOCK (slock);
     sleep_for_p ();
     goto running
  :: depth -> goto callback_over
  :: !depth && !calls -> goto ended
  fi;

in_c:
  if
  :: backs -> backs--; goto callback
#ifdef FOREIGN
  :: depth == 0 -> goto stays
  :: depth -> goto exit
#else
  :: true -> goto exit
#endif
  fi;

callback:
  skip;
#ifdef CUT_PARITY
  odd = odd | BIT (depth);
#else
  d_step
    {
      if
      :: s % 2 -> odd = odd | BIT (depth)
      :: else -> odd = odd & ~BIT (depth)
      fi
    };
#endif
  depth++;
#ifndef CUT_CALLBACK_EXIT
  if
  :: odd & BIT (depth - 1) ->
     step_sys ();
#ifndef CUT_CALLBACK_LOOKS
     if
     :: FLAG -> exit_locked ()
     :: else
     fi
#endif
  :: else
  fi;
#endif
  goto running;

callback_over:
  depth--;
#ifndef CUT_CALLBACK_ENTER
  if
  :: odd & BIT (depth) -> step_sys ()
  :: else
  fi;
#endif
  goto in_c;

exit:
  if
  :: lends & BIT (depth) ->
     step_sys ();
     if
     :: FLAG -> exit_locked ()
     :: else
     fi
  :: else
  fi;
  goto running;

ended:
  skip;
  releasep ();
  done++;
  LOCK (slock);
  handoff (p, i);
  UNLOCK (slock);
  goto out;

stays:
  /* In C for ever, mostly with a P that is lent.  */
  done++;
out:
  skip
}

/* ---- M 1 ----------------------------------------------------------------- */

proctype other (byte id)
{
  byte p = NONE, g = NONE, i, at, v;

#ifdef FOREIGN
  p = 0;
  goto schedule;
#endif
park:
  if
  :: atomic { nextp[id] != NONE -> p = nextp[id]; nextp[id] = NONE };
     acquire ()
  :: done == NG -> goto out
  fi;

schedule:
  skip;
  LOCK (slock);
  if
  :: runq -> d_step { first (runq, g); runq = runq & ~BIT (g) }
  :: else
  fi;
  UNLOCK (slock);
  if
  :: g == 0 -> g = NONE;
     releasep ();
     LOCK (slock);
     d_step { parked = parked | BIT (id); nextp[0] = p };
     UNLOCK (slock);
     goto park
  :: g == 1 -> use (1);
     d_step { g = NONE; done++ };
     goto schedule
  :: else
  fi;
  releasep ();
  LOCK (slock);
  if
  :: runq ->
     UNLOCK (slock);
     acquire ();
     goto schedule
  :: else ->
     d_step
       {
	 idle = idle | BIT (p); hand[p] = false; p = NONE;
	 parked = parked | BIT (id)
       };
     UNLOCK (slock);
     goto park
  fi;
out:
  skip
}

init
{
  d_step
    {
      runq = BIT (1);
#ifdef FOREIGN
      mp[1] = 0; sys[0] = 1;
# ifndef CUT_FOREIGN_TAKEN
      retake[0] = true
# endif
#else
      mp[0] = 0; parked = BIT (1)
#endif
    };
  atomic
    {
      run caller (0);
      run other (1);
      run taker ()
    }

  /* At the end and, because this may happen at any time, all along.  */
end:
  do
  :: PLACES (0) != 1 -> assert (false)
  :: timeout -> break
  od;
  assert (done == NG)
}
