/* api-in-signal-thread_c.c - a thread that calls HARMLESS after a handler was left by
   siglongjmp, below and above its frame, and FATAL in a handler.

   SPDX-License-Identifier: MIT  */

#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <string.h>

void c_signals (void (*harmless) (void), void (*fatal) (void));

static void (*harmless) (void), (*fatal) (void);
static sigjmp_buf place;

static void
leave (int sig)
{
  (void) sig;
  siglongjmp (place, 1);
}

static void
call_fatal (int sig)
{
  (void) sig;
  fatal ();
}

static void __attribute__ ((__noinline__))
deep (void)
{
  char room[65536];
  memset (room, 1, sizeof room);
  __asm__ volatile ("" : : "r" (room) : "memory");
  harmless ();
}

static void *
start (void *arg)
{
  signal (SIGUSR1, leave);
  if (!sigsetjmp (place, 1))
    raise (SIGUSR1);
  deep ();
  if (!sigsetjmp (place, 1))
    raise (SIGUSR1);
  harmless ();
  signal (SIGUSR1, call_fatal);
  raise (SIGUSR1);
  return arg;
}

void
c_signals (void (*h) (void), void (*f) (void))
{
  pthread_t t;
  harmless = h;
  fatal = f;
  if (pthread_create (&t, 0, start, 0) == 0)
    pthread_join (t, 0);
}
