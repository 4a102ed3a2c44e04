/* switch.c - the least that giving way can cost: the registers that C functions preserve are
   pushed, the stack pointer changes, and they are popped.  Two stacks, back and forth; no queue,
   no scheduler, no stack check.  Beside it cgo_gosched of two goroutines (sched.c), as `yield'.

   SPDX-License-Identifier: MIT  */

#include "bench.h"
#include <stdint.h>
#include <stdlib.h>

enum { SWITCHES = 1000000, STACK = 64 << 10 };

/* void raw_switch (void **from, void *to)  */
__asm__ (".text\n\t.p2align 4\n\t.type raw_switch, @function\nraw_switch:\n\t"
	 "pushq %rbp; pushq %rbx; pushq %r12; pushq %r13; pushq %r14; pushq %r15\n\t"
	 "movq %rsp, (%rdi); movq %rsi, %rsp\n\t"
	 "popq %r15; popq %r14; popq %r13; popq %r12; popq %rbx; popq %rbp; ret\n\t"
	 ".size raw_switch, . - raw_switch");
void raw_switch (void **from, void *to);

static void *here, *there;

static void
other (void)
{
  for (;;)
    raw_switch (&there, here);
}

/* A switch there and one back are two, as two goroutines that give way are.  */
static void
switches (void)
{
  for (int i = 0; i < SWITCHES / 2; i++)
    raw_switch (&here, there);
}

int
main (void)
{
  char *stack = aligned_alloc (64, STACK);
  if (!stack)
    return 1;
  uintptr_t *sp = (uintptr_t *) (stack + STACK - 64);
  *--sp = 0;			/* where OTHER would return to */
  *--sp = (uintptr_t) other;
  there = sp - 6;
  switches ();
  for (int r = 0; r < BENCH_REPEAT; r++)
    BENCH ("yield", SWITCHES, switches ());
  return 0;
}
