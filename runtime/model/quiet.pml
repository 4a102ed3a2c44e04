/* quiet.pml - sysmon's sleep while a P is lent and nothing waits (stand_by in runtime/sched/
   sysmon.c), on one processor, for Spin.

   M 0 has the only P.  It is in C, for ever, or comes back, puts a goroutine on its run queue,
   and is in C again for ever, or goes on with that one itself.  With one P nothing of this is
   a locked instruction: what M 0 stores stands in its CPU's store buffer while it looks whether
   sysmon sleeps.  A thread without a P puts another goroutine on the global queue, at any time.
   sysmon takes the P when it sees work and m->sys odd, and M 1 runs that work; else it sleeps,
   until it is woken by who makes work wait.

   That the P is taken in one step, with M 0's stores seen, or not at all is what lending.pml
   proves.  The memory is as there: x86's.

   What is checked, over all interleavings: every goroutine ends, so none waits while sysmon
   sleeps and M 0 is in C; and what is run is what was put there.

   -DFENCED		no membarrier: who puts a goroutine on a run queue fences
   -DCUT_x		leaves step x out

   SPDX-License-Identifier: MIT  */

#define AT_SYS 0		/* addresses */
#define AT_RING 1

/* struct cgo__m: of M 0.  */
byte sys = 1;
bool retake;
bool nextp[2];

/* struct cgo__p: goroutine 1 is on the run queue.  */
bool ring;

/* struct cgo__sched.  runq: a bit for each goroutine, 0 is M 0's.  */
byte runq;
bool parked = true;		/* M 1 */
bool sysmonwait, sysmonnote;

/* Not in the program: where the P is, goroutines made and ended.  */
mtype = { OWNED, HAND, IDLE, OTHER };
mtype place = OWNED;
byte made, done;

/* ---- Memory -------------------------------------------------------------- */

chan sb = [4] of { byte, byte };

inline land (at, v)
{
  if
  :: at == AT_SYS -> sys = v
  :: else -> ring = v
  fi;
  at = 0; v = 0
}

inline drain ()
{
  do
  :: nempty (sb) -> sb ? at, v; land (at, v)
  :: empty (sb) -> break
  od
}

active proctype memory ()
{
  byte at, v;

end:
  do
  :: d_step { nempty (sb) -> sb ? at, v; land (at, v) }
  od
}

/* ---- Under the lock: in a d_step ----------------------------------------- */

inline sysmon_wake ()
{
  if
  :: sysmonwait -> sysmonwait = false; sysmonnote = true
  :: else
  fi
}

inline globrunq_put (g)
{
  runq = runq | (1 << g);
#ifndef CUT_GLOBAL_WAKES
  sysmon_wake ()
#endif
}

/* The P, in hand, to M 1 if something waits, else to the idle ones.  */
inline handoffp ()
{
  if
  :: (ring || runq) && parked -> parked = false; nextp[1] = true
  :: else -> place = IDLE
  fi
}

/* ---- M 0 ----------------------------------------------------------------- */

proctype owner ()
{
  byte s = 1, at, v;
  bool own;

  if
  :: true
  :: true -> goto stays
  fi;

  /* From C.  */
  d_step { s++; sb ! AT_SYS, s };
#ifdef FENCED
  d_step { drain () };
#endif
  if
  :: retake ->
     d_step
       {
	 drain ();
	 assert (place != OWNED);
	 if
	 :: place == IDLE -> place = OWNED; retake = false
	 :: else -> globrunq_put (0)
	 fi
       };
     if
     :: d_step { nextp[0] -> nextp[0] = false; place = OWNED; retake = false }
     :: place == OWNED
     fi
  :: else
  fi;

  /* cgo__runq_put, cgo__wakep.  */
  assert (place == OWNED);
  d_step { made++; own = true; sb ! AT_RING, 1 };
#if defined FENCED && !defined CUT_OWNER_FENCE
  d_step { drain () };
#endif
#ifndef CUT_WORK_WAKES
  if
  :: sysmonwait -> d_step { drain (); sysmon_wake () }
  :: else
  fi;
#endif

  if
  :: true ->
     /* In C for ever.  */
     d_step { s++; sb ! AT_SYS, s }
  :: true ->
     /* It stops, and the next is what it made.  */
     assert (place == OWNED);
     d_step { done++; own = false; sb ! AT_RING, 0 };
     d_step
       {
	 drain ();
	 assert (place == OWNED);
	 place = HAND;
	 handoffp ()
       }
  fi;
stays:
  skip
}

/* ---- M 1 ----------------------------------------------------------------- */

proctype other ()
{
end:
  do
  :: d_step { nextp[1] -> nextp[1] = false; assert (place == HAND); place = OTHER };
     do
     :: d_step { ring -> ring = false; done++ }
     :: d_step { runq & 2 -> runq = runq & ~2; done++ }
     :: d_step { runq & 1 -> runq = runq & 2; place = HAND; nextp[0] = true;
	  parked = true };
	break
     :: d_step { !ring && !runq -> place = IDLE; parked = true };
	break
     od
  od
}

/* ---- A thread without a P ------------------------------------------------ */

proctype ready ()
{
  d_step
    {
      made++;
      globrunq_put (1);
      if
      :: place == IDLE -> place = HAND; parked = false; nextp[1] = true
      :: else
      fi
    }
}

/* ---- sysmon.c ------------------------------------------------------------ */

proctype sysmon ()
{
  byte at, v;
  bool sleeps;

again:
end_tick:
  if
  :: d_step
       {
	 place == OWNED && sys % 2 && (ring || runq) && parked ->
	 drain ();
	 if
	 :: sys % 2 -> place = HAND; retake = true; handoffp ()
	 :: else
	 fi
       }
  :: d_step
       {
	 place == IDLE && (ring || runq) && parked ->
	 place = HAND; handoffp ()
       }
  :: sysmonnote -> sysmonnote = false
  :: !ring && !runq ->
     /* stand_by.  */
     d_step { sysmonwait = true };
#ifndef FENCED
# ifndef CUT_MEMBARRIER
     d_step { drain () };
# endif
#endif
     d_step
       {
#ifdef CUT_RESCAN
	 sleeps = true;
#else
	 sleeps = !ring && !runq;
#endif
	 if
	 :: !sleeps -> sysmonwait = false
	 :: else
	 fi
       };
     if
     :: sleeps ->
end_sleep:
	sysmonnote -> sysmonnote = false
     :: else
     fi
  fi;
  goto again
}

init
{
  atomic
    {
      run owner ();
      run other ();
      run ready ();
      run sysmon ()
    }

end:
  timeout;
  assert (made && done == made)
}
