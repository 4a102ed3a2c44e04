/* callback-destructor_c.c - threads with destructors that call back, on each round.

   SPDX-License-Identifier: MIT  */

#include "check.h"
#include <limits.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdlib.h>

static pthread_key_t keys[2];
static void (*call) (void);
void c_leave (void);

/* The value counts the rounds.  */
static void
again (pthread_key_t key, char *value)
{
  call ();
  call ();
  if (value[1])
    pthread_setspecific (key, value + 1);
}

static void
first (void *value)
{
  again (keys[0], value);
}

static __thread jmp_buf *leave;

void
c_leave (void)
{
  if (leave)
    longjmp (*leave, 1);
}

static void
call_and_leave (void)
{
  jmp_buf env;
  leave = &env;
  if (setjmp (env) == 0)
    call ();
  leave = NULL;
}

/* Calls back in the last round only.  */
static void
second (void *arg)
{
  char *value = arg;
  if (!value[1])
    call_and_leave ();
  else
    pthread_setspecific (keys[1], value + 1);
}

static char rounds[PTHREAD_DESTRUCTOR_ITERATIONS + 1] = "1234";

static void *
start (void *arg)
{
  CHECK_EQ (sizeof rounds, 5);
  pthread_setspecific (keys[0], rounds);
  pthread_setspecific (keys[1], rounds);
  call ();
  return arg;
}

void
c_threads (int n, void (*fn) (void))
{
  pthread_t t[4];
  pthread_attr_t a;
  pthread_attr_init (&a);
  pthread_attr_setstacksize (&a, 64 << 10);
  if (!call)
    {
      CHECK_EQ (pthread_key_create (&keys[0], first), 0);
      CHECK_EQ (pthread_key_create (&keys[1], second), 0);
    }
  call = fn;
  for (int i = 0; i < n; i += 4)
    {
      for (int j = 0; j < 4; j++)
	CHECK_EQ (pthread_create (&t[j], &a, start, NULL), 0);
      for (int j = 0; j < 4; j++)
	CHECK_EQ (pthread_join (t[j], NULL), 0);
    }
}

long
c_data (void)
{
  char line[200];
  long kb = -1;
  FILE *f = fopen ("/proc/self/status", "r");
  while (f && fgets (line, sizeof line, f) && sscanf (line, "VmData: %ld", &kb) != 1)
    ;
  if (f)
    fclose (f);
  return kb;
}
