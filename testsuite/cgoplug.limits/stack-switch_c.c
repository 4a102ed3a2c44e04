/* stack-switch_c.c - C that stops in the middle of a callback.

   SPDX-License-Identifier: MIT  */

#include <pthread.h>
#include <stddef.h>
#include <ucontext.h>

void stops (void);
void c_begin (void);
void c_go_on (void);
void c_go_on_on_thread (void);
void c_stop (void);

static char stack[64 << 10];
static ucontext_t own, caller;

void
c_begin (void)
{
  getcontext (&own);
  own.uc_stack.ss_sp = stack;
  own.uc_stack.ss_size = sizeof stack;
  own.uc_link = &caller;
  makecontext (&own, stops, 0);
  swapcontext (&caller, &own);
}

void
c_stop (void)
{
  swapcontext (&own, &caller);
}

void
c_go_on (void)
{
  swapcontext (&caller, &own);
}

static void *
thread (void *arg)
{
  c_go_on ();
  return arg;
}

void
c_go_on_on_thread (void)
{
  pthread_t t;
  if (pthread_create (&t, NULL, thread, NULL) == 0)
    pthread_join (t, NULL);
}
