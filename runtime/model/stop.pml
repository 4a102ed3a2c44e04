/* stop.pml - stopping the world and changing the number of Ps (runtime/sched/stop.c),
   for Spin.

   A goroutine, 0, makes another ready, 1, which calls C; a thread without a P makes
   2 ready, as a timer does; and a thread without a P changes the number of Ps, to each
   of TO and TO2.  With OWN goroutine 0 changes it, too.

   What is checked, over all interleavings:
     - while the world is stopped nobody runs goroutine code but who stopped it;
     - each P is in one place (sched.pml), and none that is retired is handed out;
     - the world stops, also while a goroutine runs, or is in C, until it goes on;
     - every goroutine ends.

   Left out: that a goroutine which neither checks its stack nor calls C makes the
   stopper wait; sysmon's sleep (sleep.pml).

   -DNM=n -DNP=n -DNP0=n	Ms, Ps at most and at first
   -DTO=n -DTO2=n		what the number of Ps is changed to
   -DOWN=n			goroutine 0 changes it to n
   -DTIMERLESS			without goroutine 2
   -DCUT_x			leaves step x out

   SPDX-License-Identifier: MIT  */

#ifndef NM
# define NM 3
#endif
#ifndef NP
# define NP 2
#endif
#ifndef NP0
# define NP0 NP
#endif
#ifndef TO
# define TO NP0
#endif
#define NF 0
#define NG 3
#define GS NG

byte turns;			/* changes that are to come */

#include "sched.pml"

/* Goroutine 1 in C, if that takes its time, and 2 in a loop wait for the last change.  */
#define CALL(id) \
  d_step { inc[id] = true; called = called | BIT (g); running-- }; \
  if \
  :: true \
  :: true -> turns == 0 \
  fi; \
  goto back

#define LOOP(id) \
  if \
  :: atomic { preempt[id] -> preempt[id] = false }; goto yield \
  :: turns == 0 \
  fi

#ifdef OWN
# define CHANGE(id) gomaxprocs (true, OWN)
#else
# define CHANGE(id) skip
#endif

#define RUN(id) \
  if \
  :: g == 0 -> \
     d_step { lq[p] = lq[p] | BIT (1) }; \
     wakep (w, i); \
     CHANGE (id) \
  :: g == 1 && !(called & BIT (g)) -> CALL (id) \
  :: g == 2 -> LOOP (id) \
  :: else \
  fi

/* ---- stop.c -------------------------------------------------------------- */

#define OTHER(m, own) (!(own) || m != id)
#ifdef CUT_TAKE_LENT
# define LENT(m, own) false
#else
# define LENT(m, own) (OTHER (m, own) && mp[m] != NONE && inc[m])
#endif
#ifdef CUT_ASK
# define ASKS(m, own) false
#else
# define ASKS(m, own) (OTHER (m, own) && mp[m] != NONE && !preempt[m])
#endif

/* One look at M.  */
inline look_at (x, own)
{
  if
  :: atomic { LENT (x, own) -> w = mp[x]; releasep (x, w) };
     d_step { pidle_put (w); w = NONE }
  :: atomic { ASKS (x, own) -> preempt[x] = true }
  :: else
  fi
}

#define LOOKS(m, own) (LENT (m, own) || ASKS (m, own))

inline begin (own)
{
  d_step
    {
      if
#ifdef CUT_MAKE_WAY
      :: true ->
#else
      :: !stopping ->
#endif
	 stopping = true;
	 stopwait = np - own + 1;
	 do
	 :: idle -> get (idle, w); MOVE (w, IDLE, STOPPED); stopwait--
	 :: else -> break
	 od;
	 p_stopped (); w = NONE; m = 1
#ifndef CUT_MAKE_WAY
      :: else -> m = 0
#endif
      fi
    }
}

/* Somebody else stops the world: wait until it goes on.  OWN: with the P given up.  */
inline make_way (own)
{
  if
#ifdef CUT_MAKE_WAY_P
  :: !stopping
#else
  :: !(own) -> !stopping
  :: else ->
     d_step { releasep (id, p); running-- };
     handoffp (p, i);
     d_step
       {
	 pidle_get (p);
	 if
	 :: p != NONE -> acquirep (id, p)
	 :: else -> runq = runq | BIT (g); lockedm[g] = id
	 fi
       };
     if
     :: p == NONE ->
	d_step
	  {
	    nextp[id] != NONE -> p = nextp[id]; nextp[id] = NONE;
	    acquirep (id, p)
	  }
     :: else
     fi;
     running++
#endif
  fi
}

inline stop_the_world (own)
{
  do
  :: begin (own);
     if
     :: m -> break
     :: else -> make_way (own)
     fi
  od;
  do
  :: atomic { stopnote -> stopnote = false }; break
  :: LOOKS (0, own) -> look_at (0, own)
  :: LOOKS (1, own) -> look_at (1, own)
#if NM > 2
  :: LOOKS (2, own) -> look_at (2, own)
#endif
  od
}

inline start_the_world (own)
{
  d_step
    {
      stopping = false; i = 0; m = 0;
      do
      :: i < np ->
	 if
	 :: own && i == p
	 :: else ->
	    MOVE (i, STOPPED, HAND);
	    if
	    :: lq[i] -> m = m | BIT (i)
	    :: else -> pidle_put (i)
	    fi
	 fi;
	 i++
      :: else -> break
      od;
      i = 0;
      sysmon_wake ()
    };
  do
  :: m ->
     d_step { get (m, w) };
     startm (w, false, i)
  :: else -> break
  od;
#ifndef CUT_RESTART_WAKES
  wakep (w, i)
#endif
}

inline resize (own, n)
{
  d_step
    {
      assert (running == own);
#ifndef CUT_OWN_MOVES
      if
      :: own && p >= n ->
	 mp[id] = NONE; MOVE (p, OWNED, STOPPED);
	 p = 0; mp[id] = 0; MOVE (p, STOPPED, OWNED)
      :: else
      fi;
#endif
      i = n;
      do
      :: i < np ->
	 MOVE (i, STOPPED, RETIRED);
#ifndef CUT_RETIRE
	 runq = runq | lq[i]; lq[i] = 0;
#endif
	 i++
      :: else -> break
      od
    };
  d_step
    {
      i = np;
      do
      :: i < n -> MOVE (i, RETIRED, STOPPED); i++
      :: else -> break
      od;
      i = 0;
      np = n
    }
}

inline gomaxprocs (own, n)
{
  stop_the_world (own);
  resize (own, n);
  start_the_world (own);
  turns--
}

#include "worker.pml"

proctype stopper ()
{
  byte id = NONE, p = NONE, g = NONE, w = NONE, i = 0, m = 0;

  gomaxprocs (false, TO);
#ifdef TO2
  gomaxprocs (false, TO2)
#endif
}

/* sysmon.c's look_at, where it does something.  */
#define WORK(m) (mp[m] != NONE && (runq || lq[mp[m]]))
#define WATCH(m) \
  :: atomic { WORK (m) && inc[m] -> w = mp[m]; releasep (m, w) }; \
     handoffp (w, i) \
  :: atomic { WORK (m) && !inc[m] && !preempt[m] -> preempt[m] = true } \
  :: atomic { WORK (m) && idle && nmspinning == 0 -> skip }; \
     wakep (w, i)

proctype sysmon ()
{
  byte w = NONE, i = 0;

end:
  do
  WATCH (0)
  WATCH (1)
#if NM > 2
  WATCH (2)
#endif
  od
}

proctype timer ()
{
  byte w = NONE, i = 0;

#ifdef TIMERLESS
  done++;
#else
  d_step { runq = runq | BIT (2) };
  wakep (w, i)
#endif
}

init
{
  byte i;

  turns = 1;
#ifdef OWN
  turns++;
#endif
#ifdef TO2
  turns++;
#endif
  begin_all (NP0);
  atomic
    {
      run worker (0);
      run worker (1);
#if NM > 2
      run worker (2);
#endif
      run timer ();
      run sysmon ();
      run stopper ()
    }

end:
  timeout;
  assert (done == NG)
}
