/* sched.pml - what stop.pml and sleep.pml have in common: Ms that look for work
   (runtime/sched/proc.c), park and are woken (m.c), and lend Ps to C.

   Here memory is one for all, and a critical section is one step: it begins with a
   locked instruction and ends with one, and the loads that are not under a lock have
   a full fence before them wherever order matters (ready.c says where).  That a lent P
   is taken in one step or not at all is what lending.pml proves.

   Each P is in one place, and `place' says in which; each step that moves it asserts
   where it comes from.  What an M that is not parked does for a goroutine is the
   includer's: RUN.  A goroutine's number says what it does, in the includer, too.

   A goroutine that has been in C ends when it has a P again.

   startm waits until an M is parked, where the program makes a new thread.

   SPDX-License-Identifier: MIT  */

#define NONE 15
#define NT (NM + NF)		/* threads: Ms of ours, then foreign ones */
#define BIT(i) (1 << (i))

/* struct cgo__m.  */
byte mp[NT] = NONE;
byte nextp[NT] = NONE;
bool inc[NT];			/* sys is odd */
bool spinning[NT];
bool preempt[NT];

/* struct cgo__sched and struct cgo__p: sets are bit masks.  */
byte np;
byte idle;			/* Ps */
byte runq;			/* goroutines */
byte lq[NP];			/* likewise, of each P */
byte midle;			/* parked Ms */
byte nmspinning;
bool stopping, stopnote;
byte stopwait;
bool sysmonwait, sysmonnote;

/* struct cgo__g.  */
byte lockedm[GS];
byte called;			/* not in the program: it has called C */

/* Not in the program.  */
mtype = { NOWHERE, HAND, IDLE, OWNED, STOPPED, RETIRED };
mtype place[NP];
byte done;			/* goroutines that ended */
byte running;			/* Ms in goroutine code */

#define MOVE(p, from, to) assert (place[p] == from); place[p] = to
#define ALL (BIT (np) - 1)
#define NPIDLE ((idle & 1) + (idle >> 1))

/* ---- In a critical section: in a d_step ---------------------------------- */

inline first (set, i)
{
  i = 0;
  do
  :: !(set & BIT (i)) -> i++
  :: else -> break
  od
}

inline get (set, i)
{
  first (set, i);
  set = set & ~BIT (i)
}

inline sysmon_wake ()
{
  if
  :: sysmonwait -> sysmonwait = false; sysmonnote = true
  :: else
  fi
}

inline p_stopped ()
{
  assert (stopwait);
  stopwait--;
  if
  :: stopwait == 0 -> stopnote = true
  :: else
  fi
}

inline pidle_put (p)
{
  if
#ifndef CUT_COUNT
  :: stopping -> MOVE (p, HAND, STOPPED); p_stopped ()
#endif
  :: else -> MOVE (p, HAND, IDLE); idle = idle | BIT (p)
  fi
}

inline pidle_get_quiet (p)
{
  if
  :: idle -> get (idle, p); MOVE (p, IDLE, HAND); assert (p < np)
  :: else -> p = NONE
  fi
}

inline pidle_get (p)
{
  pidle_get_quiet (p);
  if
  :: p != NONE -> sysmon_wake ()
  :: else
  fi
}

inline acquirep (id, p)
{
  assert (mp[id] == NONE);
  MOVE (p, HAND, OWNED);
  mp[id] = p
}

inline releasep (id, p)
{
  assert (mp[id] == p);
  MOVE (p, OWNED, HAND);
  mp[id] = NONE
}

/* ---- Waking -------------------------------------------------------------- */

inline startm (p, sp, i)
{
  d_step
    {
      midle -> get (midle, i);
      nextp[i] = p; spinning[i] = sp; i = 0; p = NONE
    }
}

inline sysmon_work ()
{
#ifndef CUT_SYSMON_WORK
  if
  :: sysmonwait -> d_step { sysmon_wake () }
  :: else
  fi
#else
  skip
#endif
}

inline wakep (w, i)
{
  if
  :: idle == 0 -> sysmon_work ()
  :: else ->
     if
     :: atomic { nmspinning == 0 -> nmspinning = 1 };
	d_step
	  {
	    pidle_get (w);
	    if
#ifndef CUT_NO_P_ONE_SECTION
	    :: w == NONE -> nmspinning--
#endif
	    :: else
	    fi;
	    if
#ifndef CUT_NO_P_WAKES
	    :: w == NONE -> sysmon_wake ()
#endif
	    :: else
	    fi
	  };
	if
	:: w != NONE -> startm (w, true, i)
#ifdef CUT_NO_P_ONE_SECTION
	:: else -> nmspinning--
#else
	:: else
#endif
	fi
     :: else -> sysmon_work ()
     fi
  fi
}

/* The stop is decided under the lock.  */
inline handoffp (p, i)
{
#ifndef NO_LOOK_AT_HANDOFF
  if
  :: stopping ->
     d_step
       {
	 if
	 :: stopping -> pidle_put (p); p = NONE
	 :: else
	 fi
       }
  :: else
  fi;
#endif
  if
  :: p == NONE
  :: else ->
     if
     :: lq[p] || runq -> startm (p, false, i)
     :: else ->
	if
	:: atomic { np > 1 && idle == 0 && nmspinning == 0 -> nmspinning = 1 };
	   startm (p, true, i)
	:: else ->
	   d_step
	     {
	       if
	       :: runq
	       :: else -> pidle_put (p); p = NONE
	       fi
	     };
	   if
	   :: p != NONE -> startm (p, false, i)
	   :: else
	   fi
	fi
     fi
  fi
}

/* cgo__take_still, where sysmon has seen that; it may have not.  */
#define STILL(m) (sysmonwait && !idle && mp[id] == NONE && m != id && inc[m] && mp[m] != NONE)
#define TAKE_STILL(m) \
  :: atomic \
       { \
	 STILL (m) -> \
	 inc[id] = false; p = mp[m]; \
	 releasep (m, p); acquirep (id, p) \
       }

/* M has called C and is back.  Either has a P, or its goroutine is on the global queue
   and p NONE.  */
inline exitsyscall (id, p, g)
{
  if
  TAKE_STILL (0)
  TAKE_STILL (1)
#if NT > 2
  TAKE_STILL (2)
#endif
#if NT > 3
  TAKE_STILL (3)
#endif
  :: true
  fi;
  d_step
    {
      inc[id] = false;
      p = mp[id];
      if
      :: p == NONE ->
	 if
	 :: id < NM -> pidle_get (p)
	 :: else -> pidle_get_quiet (p)
	 fi;
	 if
	 :: p == NONE -> runq = runq | BIT (g); sysmon_wake ()
	 :: else -> acquirep (id, p)
	 fi
      :: else
      fi
    }
}
