/* tso.pml - what lending.pml and callback.pml have in common: memory as x86's, locks, the
   hand-off of a P, and the taker, sysmon.  lending.pml tells the story.

   SPDX-License-Identifier: MIT  */

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
   what its data ought to be, goroutines ended.  */
byte users[NP];
bool hand[NP];
bool truth[NP];
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
