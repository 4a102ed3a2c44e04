/* SPDX-License-Identifier: MIT  */

#include "check.h"
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

extern void exported (void);

enum { NONE, OWN, DISABLED, CHANGED, KINDS, SIZE = 64 << 10 };

static volatile int handled;
static __thread char *on;	/* the stack on which the handler must run, or null */
static __thread int in_callback;

static void
handler (int sig)
{
  volatile char room[8000];
  memset ((char *) room, sig, sizeof room);
  if (on)
    CHECK ((char *) room > on && (char *) room < on + SIZE);
  else if (in_callback)
    {
      stack_t s;
      CHECK_EQ (sigaltstack (NULL, &s), 0);
      CHECK (s.ss_flags & SS_ONSTACK);
    }
  handled++;
}

int
c_handled (void)
{
  return handled;
}

static void
use (char *p)
{
  stack_t s = { .ss_sp = p, .ss_size = SIZE, .ss_flags = p ? 0 : SS_DISABLE };
  CHECK_EQ (sigaltstack (&s, NULL), 0);
  on = p;
}

static void
round_trip (void)
{
  stack_t before, after;
  CHECK_EQ (raise (SIGUSR1), 0);
  CHECK_EQ (sigaltstack (NULL, &before), 0);
  in_callback = 1;
  exported ();
  in_callback = 0;
  CHECK_EQ (sigaltstack (NULL, &after), 0);
  if (on)
    CHECK (after.ss_sp == before.ss_sp && after.ss_size == before.ss_size);
  CHECK_EQ (raise (SIGUSR1), 0);
}

static void *
thread (void *kind)
{
  char *mine = malloc (SIZE), *other = malloc (SIZE);
  CHECK (mine && other);
  if ((long) kind != NONE)
    use (mine);
  if ((long) kind == DISABLED)
    use (NULL);
  round_trip ();
  if ((long) kind == CHANGED)
    use (other);
  round_trip ();
  if ((long) kind != NONE)
    use (NULL);
  free (mine);
  free (other);
  return NULL;
}

void
c_threads (void)
{
  struct sigaction a;
  memset (&a, 0, sizeof a);
  a.sa_handler = handler;
  a.sa_flags = SA_ONSTACK;
  CHECK_EQ (sigaction (SIGUSR1, &a, NULL), 0);
  for (long i = 0; i < KINDS; i++)
    {
      pthread_t t;
      CHECK_EQ (pthread_create (&t, NULL, thread, (void *) i), 0);
      CHECK_EQ (pthread_join (t, NULL), 0);
    }
}
