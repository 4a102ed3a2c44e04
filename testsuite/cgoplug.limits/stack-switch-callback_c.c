/* stack-switch-callback_c.c - C with two contexts that call back in turns.

   SPDX-License-Identifier: MIT  */

#include <ucontext.h>

void c_two (void (*fn) (void));
void c_switch (void);

static char stacks[2][64 << 10];
static ucontext_t own[2], caller;
static int turn;

/* The first is stopped in its callback by the second's, and goes on in that; then the second
   goes on.  */
void
c_switch (void)
{
  if (turn == 0)
    {
      turn = 1;
      swapcontext (&own[0], &own[1]);
    }
  else
    swapcontext (&own[1], &own[0]);
}

void
c_two (void (*fn) (void))
{
  for (int i = 0; i < 2; i++)
    {
      getcontext (&own[i]);
      own[i].uc_stack.ss_sp = stacks[i];
      own[i].uc_stack.ss_size = sizeof stacks[i];
      own[i].uc_link = &caller;
      makecontext (&own[i], fn, 0);
    }
  swapcontext (&caller, &own[0]);
  swapcontext (&caller, &own[1]);
}
