/* sleep.pml - sysmon's sleep (runtime/sched/sysmon.c), for Spin.

   sysmon sleeps while every P is idle, and when it finds that nothing waits for one.  A P that
   is lent stays with its M as long as nothing waits.  A foreign thread that takes a P for a
   callback does not wake sysmon; who makes work wait while no P is idle does.  Here sysmon sleeps
   whenever it sees nothing that waits, also while goroutine code runs.  quiet.pml has the memory
   of that.

   Foreign threads are in C, call back, and are in C again until all is over, mostly with a P
   lent.  A callback may make goroutine 1 ready.  A timer, which sysmon runs, makes 2 ready,
   and threads without a P 3 and 4.  Goroutine 1 calls C, too.

   What is checked, over all interleavings: every goroutine ends.  So no work waits while a P
   is lent to C and sysmon sleeps with nobody to wake it.  And each P is in one place
   (sched.pml).

   A tick of sysmon that changes nothing is not made.

   -DNM=n -DNF=n -DNP=n		Ms of ours, foreign threads, Ps
   -DTIMER -DREADY=n	with goroutine 2, with n from 3 on
   -DCUT_x			leaves step x out

   SPDX-License-Identifier: MIT  */

#ifndef NM
# define NM 2
#endif
#ifndef NF
# define NF 1
#endif
#ifndef NP
# define NP 1
#endif
#ifndef READY
# define READY 0
#endif
#define NG 5
#define GS (NG + NF)
#ifdef TIMER
# define ENDS_TIMER 1
#else
# define ENDS_TIMER 0
#endif
#define ENDS (ENDS_TIMER + READY)

bool made;			/* goroutine 1 was made ready */
bool timer;			/* it has yet to expire */

#include "sched.pml"

#define RUN(id) \
  if \
  :: g == 1 && !(called & BIT (g)) -> \
     d_step { inc[id] = true; called = called | BIT (g); running-- }; \
     goto back \
  :: else \
  fi

#include "worker.pml"

/* ---- A foreign thread ---------------------------------------------------- */

proctype foreign (byte id)
{
  byte p = NONE, g = NG + id - NM, w = NONE, i = 0;

  /* The callback: cgo__exitsyscall_locked.  */
  exitsyscall (id, p, g);
  if
  :: p == NONE ->
     atomic
       {
	 nextp[id] != NONE -> p = nextp[id]; nextp[id] = NONE;
	 acquirep (id, p)
       }
  :: else
  fi;
  if
  :: atomic { !made -> made = true; lq[p] = lq[p] | BIT (1) };
     wakep (w, i)
  :: true
  fi;
  inc[id] = true		/* for ever */
}

/* ---- sysmon.c ------------------------------------------------------------ */

#define WORK(m) (mp[m] != NONE && (runq || lq[mp[m]]))
#if NP > 1
# define WAITS (runq || lq[0] || lq[1])
#else
# define WAITS (runq || lq[0])
#endif
#define TAKES(m) (mp[m] != NONE && inc[m] && (WORK (m) || (nmspinning == 0 && idle == 0 && WAITS)))
#define WAKES(m) (WORK (m) && idle && nmspinning == 0)

#define LOOK(m) \
  :: atomic { TAKES (m) -> w = mp[m]; releasep (m, w) }; \
     handoffp (w, i) \
  :: WAKES (m) -> wakep (w, i)

proctype sysmon ()
{
  byte w = NONE, i = 0;
  bool sleeps;

again:
  if
  :: timer ->
     d_step { runq = runq | BIT (2); timer = false };
     wakep (w, i)
  :: true
  fi;
#ifdef CUT_SLEEP_LOCK
  sleeps = idle == ALL;
  sysmonwait = sleeps;
#else
  d_step { sleeps = idle == ALL; sysmonwait = sleeps };
#endif
  if
  :: sleeps -> goto asleep
  :: else ->
end_tick:
     if
     LOOK (0)
     LOOK (1)
#if NT > 2
     LOOK (2)
#endif
#if NT > 3
     LOOK (3)
#endif
     :: idle == ALL
     :: timer
     :: sysmonnote
     :: !WAITS ->
	/* stand_by.  */
	d_step { sysmonwait = true };
	d_step
	  {
#ifdef CUT_RESCAN
	    sleeps = true;
#else
	    sleeps = !WAITS;
#endif
	    sysmonwait = sysmonwait && sleeps
	  };
	if
	:: sleeps -> goto asleep
	:: else
	fi
     fi
  fi;
  sysmonnote = false;
  goto again;

asleep:
end_sleep:
  if
  :: sysmonnote
  :: timer
  fi;
  sysmonnote = false;
  goto again
}

proctype ready (byte g)
{
  byte w = NONE, i = 0;

  d_step { runq = runq | BIT (g) };
  wakep (w, i)
}

init
{
  byte i;

  begin_all (NP);
#ifdef TIMER
  timer = true;
#endif
  d_step
    {
      runq = 0; nextp[0] = NONE; midle = BIT (NM) - 1;
      place[NP - 1] = IDLE; idle = BIT (NP) - 1;
      i = 0;
      do
      :: i < NF -> lockedm[NG + i] = NM + i; inc[NM + i] = true; i++
      :: else -> break
      od
    };
  atomic
    {
      run worker (0);
      run worker (1);
#if NM > 2
      run worker (2);
#endif
      run foreign (NM);
#if NF > 1
      run foreign (NM + 1);
#endif
#if READY > 0
      run ready (3);
#endif
#if READY > 1
      run ready (4);
#endif
      run sysmon ()
    }

end:
  timeout;
  assert (done == made + ENDS)
}
