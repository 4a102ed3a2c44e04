/* Without this nothing runs everything at once: each test has one thing going on and its fellows
   asleep.  Here goroutines compute, grow stacks, take room by alloca, send with deadlines, lock,
   wait, sleep, call C in each mode, are called back on threads of their own and on others' that
   come and go, are hit by signals, fork, end in every way, throw, and jump, while the number
   of Ps changes, for as many seconds as the argument says.

   Each checks what it gets; at the end sums and counts must be right, and no goroutine be
   missing.  A thread watches: an actor that has not made a round for a minute is named, and the
   traceback of all goroutines printed.

   Each actor's rounds are counted, and each must have made one.  */

#include "soak.h"
#include "check.h"

#include <alloca.h>
#include <errno.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

enum { MAXPROCS = 4 };

int64_t soak_end;
cgo_wg soak_wg = CGO_WG_INIT;

static unsigned long begun, ended;	/* goroutines; atomic */

int
soak_more (struct actor *a)
{
  __atomic_fetch_add (&a->done, 1, __ATOMIC_RELAXED);
  return cgo_now () < soak_end;
}

void
soak_go_add (void)
{
  __atomic_fetch_add (&begun, 1, __ATOMIC_RELAXED);
  cgo_wg_add (&soak_wg, 1);
}

void
soak_done (void)
{
  __atomic_fetch_add (&ended, 1, __ATOMIC_RELAXED);
  cgo_wg_done (&soak_wg);
}

static uint64_t
seed_of (struct actor *a)
{
  return a->done * 77 + (uintptr_t) a;
}

/* ---- Computing, on no more Ms than there are Ps ---- */

static int running;

static void
compute (struct actor *a)
{
  while (soak_more (a))
    {
      /* Nothing here is called or checked, so nobody stops us in between.  */
      int n = __atomic_add_fetch (&running, 1, __ATOMIC_SEQ_CST);
      for (int i = 0; i < 20000; i++)
	__asm__ volatile ("");
      __atomic_fetch_sub (&running, 1, __ATOMIC_SEQ_CST);
      CHECK (n >= 1 && n <= MAXPROCS);
    }
}

/* ---- Stacks ---- */

NOINLINE static unsigned
deep (unsigned n)
{
  volatile unsigned char room[120];
  memset ((void *) room, n, sizeof room);
  unsigned below = n ? deep (n - 1) : 0;
  for (unsigned i = 0; i < sizeof room; i += 17)
    CHECK_EQ (room[i], (unsigned char) n);
  return below + 1;
}

static void
grow (struct actor *a)
{
  uint64_t r = seed_of (a);
  while (soak_more (a))
    {
      unsigned n = soak_below (&r, 400);
      CHECK_EQ (deep (n), n + 1);
    }
}

NOINLINE static void
allocas (uint64_t *r)
{
  unsigned char *p[4];
  unsigned n[4];
  for (int i = 0; i < 4; i++)
    {
      n[i] = 1 + soak_below (r, 5000);
      p[i] = alloca (n[i]);
      memset (p[i], i + 1, n[i]);
      deep (3);
    }
  for (int i = 0; i < 4; i++)
    CHECK (p[i][0] == i + 1 && p[i][n[i] - 1] == i + 1);
}

static void
allocate (struct actor *a)
{
  uint64_t r = seed_of (a);
  while (soak_more (a))
    allocas (&r);
}

/* ---- Channels, locks, waiting ---- */

static cgo_chan *chans[3];	/* of capacity 0, 1, 20 */
static long sent[3], got[3];	/* sums, atomic */
static int senders, over;	/* over: atomic; who is last closes them */

static void
send_all (struct actor *a)
{
  uint64_t r = seed_of (a);
  while (soak_more (a))
    {
      int i = soak_below (&r, 3);
      long v = soak_below (&r, 1000);
      int64_t until = cgo_now () + soak_below (&r, 2000) * CGO_MICROSECOND;
      int e = soak_below (&r, 2) ? cgo_chan_send_until (chans[i], &v, until)
	      : cgo_chan_try_send (chans[i], &v);
      if (e == 0)
	__atomic_fetch_add (&sent[i], v, __ATOMIC_RELAXED);
      else
	CHECK (errno == ETIMEDOUT || errno == EAGAIN);
    }
  if (__atomic_add_fetch (&over, 1, __ATOMIC_ACQ_REL) == senders)
    for (int i = 0; i < 3; i++)
      cgo_chan_close (chans[i]);
}

static void
receive (struct actor *a)
{
  uint64_t r = seed_of (a);
  int open = 7;
  while (open)
    {
      soak_more (a);
      int i = soak_below (&r, 3);
      long v = 0;
      int64_t until = cgo_now () + soak_below (&r, 2000) * CGO_MICROSECOND;
      int n = cgo_chan_recv_until (chans[i], &v, until);
      CHECK (n == 0 || n == 1 || (n == -1 && errno == ETIMEDOUT));
      if (n == 1)
	__atomic_fetch_add (&got[i], v, __ATOMIC_RELAXED);
      else if (n == 0)
	open &= ~(1 << i);
    }
}

static cgo_mutex mutex = CGO_MUTEX_INIT;
static unsigned long locked, unlocked;		/* locked: by who holds the mutex */

static void
lock (struct actor *a)
{
  uint64_t r = seed_of (a);
  while (soak_more (a))
    {
      int how = soak_below (&r, 3);
      int64_t until = cgo_now () + soak_below (&r, 500) * CGO_MICROSECOND;
      int e = how == 0 ? cgo_mutex_lock (&mutex)
	      : how == 1 ? cgo_mutex_lock_until (&mutex, until)
	      : cgo_mutex_trylock (&mutex);
      if (e != 0)
	continue;
      unsigned long n = locked;
      if (soak_below (&r, 8) == 0)
	cgo_gosched ();
      deep (2);
      locked = n + 1;
      cgo_mutex_unlock (&mutex);
      __atomic_fetch_add (&unlocked, 1, __ATOMIC_RELAXED);
    }
}

static void
child (cgo_wg *wg, int *sum, int n)
{
  deep (n);
  __atomic_fetch_add (sum, n, __ATOMIC_RELAXED);
  cgo_wg_done (wg);
  soak_done ();
}

static void
fan_out (struct actor *a)
{
  while (soak_more (a))
    {
      cgo_wg wg = CGO_WG_INIT;
      int sum = 0;
      cgo_wg_add (&wg, 10);
      for (int i = 0; i < 10; i++)
	{
	  soak_go_add ();
	  CHECK_EQ (cgo_go (child, &wg, &sum, i), 0);
	}
      while (cgo_wg_wait_until (&wg, cgo_now () + CGO_MILLISECOND) != 0)
	CHECK_EQ (errno, ETIMEDOUT);
      CHECK_EQ (sum, 45);
    }
}

static void
doze (struct actor *a)
{
  uint64_t r = seed_of (a);
  while (soak_more (a))
    {
      int64_t until = cgo_now () + soak_below (&r, 3000) * CGO_MICROSECOND;
      CHECK_EQ (cgo_sleep_until (until), 0);
      CHECK (cgo_now () >= until);
    }
}

/* ---- C ---- */

static void
call (struct actor *a)
{
  for (long i = 0; soak_more (a); i++)
    {
      CHECK_EQ (c_add (i, 1), i + 1);
      CHECK_EQ (c_add_nonblocking (i, 2), i + 2);
      CHECK_EQ (c_add_leaf (i, 3), i + 3);
      if (i % 16 == 0)
	CHECK_EQ (c_add_blocking (i, 4), i + 4);
      if (i % 64 == 0)
	c_pause (i % 1024);
    }
}

static void
call_pinned (struct actor *a)
{
  for (long i = 0; soak_more (a); i++)
    {
      CHECK_EQ (c_add_pin (i, 5), i + 5);
      if (i % 8 == 0)
	cgo_gosched ();
      if (i % 64 == 0)
	cgo_sleep (50 * CGO_MICROSECOND);
    }
}

/* JUMP: 1, the innermost jumps to ENV; -1: it waits.  Says how many there were.  */
CGO_EXPORT long
go_back (int depth, int jump, jmp_buf *env)
{
  deep (depth);
  if (jump < 0)
    cgo_sleep (10 * CGO_MICROSECOND);
  else
    cgo_gosched ();
  if (depth)
    return 1 + (jump > 0 ? go_back (depth - 1, jump, env) : c_back (depth - 1, 0));
  if (jump > 0)
    longjmp (*env, 2);
  return 1;
}

static void
call_back (struct actor *a)
{
  uint64_t r = seed_of (a);
  while (soak_more (a))
    {
      int depth = soak_below (&r, 6);
      CHECK_EQ (c_back (depth, 0), depth + 1);
      CHECK_EQ (c_back (depth, 1), 1);
    }
}

static void
threads (struct actor *a)
{
  while (soak_more (a))
    CHECK_EQ (c_thread_back (3, 9), 3 * 3 * (1 + 2 + 3));
}

static void
jump_here (struct actor *a)
{
  for (volatile int i = 1; soak_more (a); i++)
    {
      jmp_buf env;
      volatile int r = setjmp (env);
      if (r == 0)
	go_back (i % 4, 1, &env);
      CHECK_EQ (r, 2);
    }
}

/* ---- The process ---- */

static void
signals (struct actor *a)
{
  while (soak_more (a))
    {
      unsigned long before = c_signals_seen ();
      c_signals (1);
      for (int i = 0; i < 1000 && c_signals_seen () == before; i++)
	cgo_sleep (CGO_MILLISECOND);
      CHECK (c_signals_seen () != before);
    }
  c_signals (0);
}

static void
spawn (struct actor *a)
{
  while (soak_more (a))
    {
      CHECK_EQ (c_spawn (), 0);
      cgo_sleep (20 * CGO_MILLISECOND);
    }
}

static void
resize (struct actor *a)
{
  uint64_t r = seed_of (a);
  while (soak_more (a))
    {
      int was = cgo_gomaxprocs (1 + soak_below (&r, MAXPROCS));
      CHECK (was >= 1 && was <= MAXPROCS);
      cgo_sleep (soak_below (&r, 5000) * CGO_MICROSECOND);
    }
}

/* ---- Ends ---- */

static void
ends_locked (int n)
{
  cgo_lock_os_thread ();
  if (n % 2)
    cgo_sleep (100 * CGO_MICROSECOND);
  soak_done ();
}

NOINLINE static void
ends_below (int n)
{
  volatile char room[300];
  room[n] = 1;
  if (n)
    {
      ends_below (n - 1);
      CHECK (room[n] && !"reached");
    }
  soak_done ();
  cgo_goexit ();
}

static void
end (struct actor *a)
{
  for (int i = 0; soak_more (a); i++)
    {
      soak_go_add ();
      CHECK_EQ (i % 2 ? cgo_go (ends_locked, i / 2) : cgo_go (ends_below, i / 2 % 30), 0);
      if (i % 16 == 0)
	cgo_sleep (CGO_MILLISECOND);
      else
	cgo_gosched ();
    }
}

/* ---- All of it ---- */

static struct actor actors[] = {
  { "compute", compute, 4, 0 }, { "grow", grow, 4, 0 }, { "alloca", allocate, 2, 0 },
  { "send", send_all, 4, 0 }, { "receive", receive, 4, 0 }, { "lock", lock, 4, 0 },
  { "wait", fan_out, 2, 0 }, { "sleep", doze, 20, 0 }, { "call", call, 3, 0 },
  { "call pinned", call_pinned, 2, 0 }, { "call back", call_back, 3, 0 },
  { "threads", threads, 2, 0 }, { "jump", jump_here, 2, 0 }, { "signals", signals, 1, 0 },
  { "fork", spawn, 1, 0 }, { "gomaxprocs", resize, 1, 0 }, { "ends", end, 2, 0 },
  { "exceptions", actor_exceptions, 2, 0 },
};
enum { ACTORS = sizeof actors / sizeof actors[0] };

static void
begin (struct actor *a)
{
  a->run (a);
  soak_done ();
}

int
main (int argc, char **argv)
{
  int seconds = argc > 1 ? atoi (argv[1]) : 1;
  CHECK (seconds > 0);
  soak_watch (actors, ACTORS, seconds);
  soak_end = cgo_now () + seconds * CGO_SECOND;
  for (int i = 0; i < 3; i++)
    chans[i] = cgo_chan_make (sizeof (long), i * i * i * 5 / 2);
  for (int i = 0; i < ACTORS; i++)
    if (actors[i].run == send_all)
      senders = actors[i].copies;
  for (int i = 0; i < ACTORS; i++)
    for (int n = 0; n < actors[i].copies; n++)
      {
	soak_go_add ();
	CHECK_EQ (cgo_go (begin, &actors[i]), 0);
      }
  CHECK_EQ (cgo_wg_wait (&soak_wg), 0);
  CHECK_EQ (begun, ended);
  CHECK_EQ (locked, unlocked);
  for (int i = 0; i < 3; i++)
    CHECK_EQ (sent[i], got[i]);
  for (int i = 0; i < ACTORS; i++)
    CHECK (actors[i].done >= (unsigned long) actors[i].copies);
  return 0;
}
