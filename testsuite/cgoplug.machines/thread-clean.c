/* Without fibers and without what the runtime tells ThreadSanitizer of channels, mutexes and
   wait groups, it takes each switch of goroutines for a race: this program has none.  Each
   part passes memory on by another thing that makes an order.

   { dg-options "-fsanitize=thread" }
   { dg-foreign "thread-clean_c.c" }
   { dg-foreign-options "-fsanitize=thread" }

   SPDX-License-Identifier: MIT  */

#include <cgo.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include "check.h"
#include "thread-clean.h"

enum { N = 6, ROUNDS = 20 };

static cgo_mutex mutex;
static cgo_wg wg;
static int locked, parts[2 * N];

/* Grows the stack, whose segments are used again by others.  */
static NOINLINE int
deep (int n)
{
  volatile char room[300];
  room[n] = n;
  return n ? deep (n - 1) + (room[n] != n) : 0;
}

static void
by_mutex (int me)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      cgo_mutex_lock (&mutex);
      locked++;
      if (i % 5 == 0)
	cgo_gosched ();
      cgo_mutex_unlock (&mutex);
      deep (20);
    }
  parts[me] = me;
  cgo_wg_done (&wg);
}

/* A block of memory goes from hand to hand.  */
static void
stage (cgo_chan *in, cgo_chan *out)
{
  int *p;
  while (cgo_chan_recv (in, &p))
    {
      *p += 1;
      cgo_chan_send (out, &p);
    }
  cgo_chan_close (out);
}

static void
by_channels (int capacity)
{
  cgo_chan *c[4];
  for (int i = 0; i < 4; i++)
    c[i] = cgo_chan_make (sizeof (int *), capacity);
  for (int i = 0; i < 3; i++)
    cgo_go (stage, c[i], c[i + 1]);
  for (int i = 0; i < ROUNDS; i++)
    {
      int *p = malloc (sizeof *p), *q;
      *p = i;
      cgo_chan_send (c[0], &p);
      cgo_chan_recv (c[3], &q);
      CHECK_EQ (*q, i + 3);
      free (q);
    }
  cgo_chan_close (c[0]);
  CHECK_EQ (cgo_chan_recv (c[3], NULL), 0);
  for (int i = 0; i < 4; i++)
    cgo_chan_free (c[i]);
  cgo_wg_done (&wg);
}

/* The frame of the sender is the receiver's to write, until it says so.  */
static void
answer (cgo_chan *c, int *where)
{
  cgo_sleep (1000);
  *where = 42;
  cgo_chan_send (c, NULL);
}

static void
by_stack (int me)
{
  cgo_chan *c = cgo_chan_make (0, 0);
  for (int i = 0; i < ROUNDS; i++)
    {
      int result = me;
      cgo_go (answer, c, &result);
      cgo_chan_recv_until (c, NULL, cgo_now () + 1000000000);
      CHECK_EQ (result, 42);
    }
  cgo_chan_free (c);
  cgo_wg_done (&wg);
}

/* C, compiled with -fsanitize=thread, uses its stack on whatever thread; calls back; and a
   callback waits.  */
CGO_EXPORT int
called_back (int n)
{
  cgo_mutex_lock (&mutex);
  locked += n;
  cgo_mutex_unlock (&mutex);
  if (n % 4 == 0)
    cgo_sleep (1000);
  return deep (5) + n;
}

static void
by_c (int me)
{
  for (int i = 0; i < ROUNDS; i++)
    CHECK_EQ (thread_sum (i), thread_sum_of (i));
  CHECK_EQ (thread_calls_back (ROUNDS), ROUNDS);
  parts[N + me] = me;
  cgo_wg_done (&wg);
}

/* More jumps than ThreadSanitizer has room for functions that do not return.  */
static jmp_buf env;
static volatile int never;

static NOINLINE void
jumper (int n)
{
  if (n)
    jumper (n - 1);
  else if (!never)
    longjmp (env, 1);
  HIDE (n);
}

static void
by_jumps (void)
{
  for (volatile int i = 0; i < 2000; i++)
    if (setjmp (env) == 0)
      jumper (40);
  cgo_wg_done (&wg);
}

static void
spinner (void)
{
  for (int64_t end = cgo_now () + 50000000; cgo_now () < end;)
    for (int i = 0; i < 10; i++)
      deep (2);
  cgo_wg_done (&wg);
}

static void
ender (void)
{
  cgo_wg_done (&wg);
  cgo_goexit ();
}

int
main (void)
{
  cgo_wg_add (&wg, 2 * N + 8);
  for (int i = 0; i < N; i++)
    cgo_go (by_mutex, i);
  for (int i = 0; i < N; i++)
    cgo_go (by_c, i);
  cgo_go (by_channels, 0);
  cgo_go (by_channels, 2);
  cgo_go (by_stack, 1);
  cgo_go (by_stack, 2);
  cgo_go (by_jumps);
  cgo_go (spinner);
  cgo_go (spinner);
  cgo_go (ender);
  thread_calls_from_threads ();
  cgo_wg_wait (&wg);
  for (int i = 0; i < 2 * N; i++)
    CHECK_EQ (parts[i], i % N);
  CHECK_EQ (locked, N * ROUNDS + N * ROUNDS * (ROUNDS - 1) / 2 + 3 * 100);
}
