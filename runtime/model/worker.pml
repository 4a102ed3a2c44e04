/* worker.pml - an M of ours: cgo__schedule, find_runnable, stop_spinning (runtime/sched/
   proc.c) and cgo__stop_here (stop.c).  See sched.pml.

   SPDX-License-Identifier: MIT  */

proctype worker (byte id)
{
  byte p = NONE, g = NONE, w = NONE, i = 0, m = 0;

end_park:
  atomic
    {
      nextp[id] != NONE -> p = nextp[id]; nextp[id] = NONE;
      acquirep (id, p)
    };

schedule:
  if
  :: stopping ->
     d_step
       {
	 if
	 :: stopping ->
#ifndef CUT_NO_SPINNING
	    if
	    :: spinning[id] -> spinning[id] = false; nmspinning--
	    :: else
	    fi;
#endif
	    releasep (id, p); pidle_put (p); p = NONE
	 :: else
	 fi
       };
     if
     :: p != NONE -> goto schedule
     :: else
     fi;
#ifdef CUT_NO_SPINNING
     d_step
       {
	 if
	 :: spinning[id] -> spinning[id] = false; nmspinning--
	 :: else
	 fi
       };
#endif
     goto stopm
  :: else
  fi;
  if
  :: atomic { lq[p] -> get (lq[p], g) }; goto found
  :: else
  fi;
  if
  :: atomic { runq -> get (runq, g) }; goto found
  :: else
  fi;
#if NP > 1
  if
  :: atomic
       {
	 !spinning[id] && np > 1 && 2 * nmspinning < np - NPIDLE ->
	 spinning[id] = true; nmspinning++
       }
  :: else
  fi;
  if
  :: atomic { spinning[id] && np > 1 && lq[1 - p] -> get (lq[1 - p], g) }; goto found
  :: else
  fi;
#endif
  d_step
    {
      if
      :: runq -> get (runq, g)
      :: else -> releasep (id, p); pidle_put (p); p = NONE
      fi
    };
  if
  :: g != NONE -> goto found
  :: else
  fi;
  if
  :: !spinning[id] -> goto stopm
  :: else
  fi;
  d_step { spinning[id] = false; nmspinning-- };
#ifndef CUT_LAST_LOOK
  if
  :: runq -> goto last
  :: else
  fi;
  if
  :: lq[0] -> goto last
  :: else
  fi;
# if NP > 1
  if
  :: np > 1 && lq[1] -> goto last
  :: else
  fi;
# endif
#endif
  goto stopm;
last:
  atomic
    {
      pidle_get (p);
      if
#ifndef CUT_LAST_WAKES
      :: p == NONE -> sysmon_wake ()
#endif
      :: else
      fi
    };
  if
  :: p != NONE ->
     d_step { acquirep (id, p) };
     d_step { spinning[id] = true; nmspinning++ };
     goto schedule
  :: else
  fi;

stopm:
  atomic { midle = midle | BIT (id) };
  goto end_park;

found:
  if
  :: atomic { spinning[id] -> spinning[id] = false; nmspinning-- };
     wakep (w, i)
  :: else
  fi;
  if
  :: lockedm[g] != NONE ->
     d_step
       {
	 releasep (id, p);
	 nextp[lockedm[g]] = p; p = NONE;
	 lockedm[g] = NONE; g = NONE
       };
     goto stopm
  :: else
  fi;
  d_step { preempt[id] = false; running++; assert (mp[id] == p) };
  RUN (id);
ended:
  atomic { running--; done++; g = NONE };
  goto schedule;

yield:
  atomic { running--; runq = runq | BIT (g); g = NONE };
  goto schedule;

back:
  /* From C.  */
  exitsyscall (id, p, g);
  if
  :: p == NONE -> g = NONE; goto stopm
  :: else -> running++; goto ended
  fi
}

/* What every model begins with: M 0 is handed the last P, to run goroutine 0.  */
inline begin_all (n)
{
  d_step
    {
      np = n;
      do
      :: i < NP ->
	 if
	 :: i == n - 1 -> place[i] = HAND; nextp[0] = i
	 :: i < n - 1 -> place[i] = IDLE; idle = idle | BIT (i)
	 :: else -> place[i] = RETIRED
	 fi;
	 i++
      :: else -> break
      od;
      i = 0;
      do
      :: i < GS -> lockedm[i] = NONE; i++
      :: else -> break
      od;
      i = 1;
      do
      :: i < NM -> midle = midle | BIT (i); i++
      :: else -> break
      od;
      i = 0;
      runq = BIT (0)
    }
}
