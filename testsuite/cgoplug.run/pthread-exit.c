/* pthread_exit ends the goroutine that calls it and runs the handlers that
   pthread_cleanup_push has left, the newest first, on the goroutine's stack; on a thread of
   the program's own it ends that thread.  Without it the goroutine would take its M with it,
   and the handlers of all goroutines on a thread would be in one list.  */

#include <cgo.h>
#include "check.h"
#include <pthread.h>
#include <threads.h>

static cgo_wg wg;
static _Atomic int handled;

static void
handler (void *arg)
{
  int *order = arg;
  CHECK_EQ (*order, handled % 3);
  handled++;
  cgo_gosched ();
}

static void
last (void *arg)
{
  handler (arg);
  cgo_wg_done (&wg);
}

static void (*volatile end) (void *) = pthread_exit;
static void (*volatile end_c11) (int) = thrd_exit;

NOINLINE static int
deep (int n)
{
  volatile char room[500];
  room[0] = 0;
  if (n > 0)
    return deep (n - 1) + room[0];
  if (handled & 1)
    end_c11 (0);
  end (NULL);
  return 0;
}

static void
leaves (int n)
{
  static int order[] = { 0, 1, 2, 3 };
  pthread_cleanup_push (last, &order[2]);
  deep (0 * n);
  pthread_cleanup_pop (0);
}

static void
nested (int n)
{
  static int order[] = { 0, 1, 2, 3 };
  pthread_cleanup_push (last, &order[2]);
  pthread_cleanup_push (handler, &order[1]);
  deep (n);
  pthread_cleanup_push (handler, &order[3]);
  pthread_cleanup_pop (0);
  pthread_cleanup_pop (1);
  pthread_cleanup_pop (0);
}

static void
popped (int n)
{
  static int zero;
  pthread_cleanup_push (handler, &zero);
  handled = 0;
  pthread_cleanup_pop (1);
  nested (n);
}

static int ran;

static void
in_thread (void *arg)
{
  ran += *(int *) arg;
}

/* Goroutine code on a thread's own stack.  */
static void *
thread (void *arg)
{
  pthread_cleanup_push (in_thread, arg);
  pthread_exit (arg);
  pthread_cleanup_pop (0);
  return NULL;
}

int
main (void)
{
  for (int n = 0; n < 60; n += 20)
    {
      cgo_wg_add (&wg, 1);
      CHECK_EQ (cgo_go (popped, n), 0);
      CHECK_EQ (cgo_wg_wait (&wg), 0);
      CHECK_EQ (handled, 3);
    }
  handled = 2;
  cgo_wg_add (&wg, 1);
  CHECK_EQ (cgo_go (leaves, 3), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  CHECK_EQ (handled, 3);
  pthread_t t;
  void *value;
  int five = 5;
  CHECK_EQ (pthread_create (&t, NULL, thread, &five), 0);
  CHECK_EQ (pthread_join (t, &value), 0);
  CHECK (value == &five);
  CHECK_EQ (ran, 5);
  return 0;
}
