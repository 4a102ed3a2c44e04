/* deep.c - a recursion of N frames (a million) on a stack that begins with 4 KiB.
 *
 * The stack grows by segments and never moves: each frame has the address of its
 * caller's, and the last one adds up what it finds on the way back to the first.
 *
 * Build: gcc -O2 -fplugin=cgoplug.so deep.c -o deep -lcgo
 * Run: ./deep 1000000
 * Output: 1 to 1000000 add up to 500000500000, in [0-9]+ KiB of stack
 *
 * SPDX-License-Identifier: MIT  */

#include <cgo.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

struct frame
{
  const struct frame *caller;
  long n;
};

static long
peak_memory (void)
{
  struct rusage usage;
  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

static long
add_up (const struct frame *frame)
{
  long sum = 0;
  for (; frame; frame = frame->caller)
    sum += frame->n;
  return sum;
}

static long __attribute__ ((__noinline__))
go_down (const struct frame *caller, long n)
{
  struct frame own = { caller, n };
  return n ? go_down (&own, n - 1) : add_up (&own);
}

int
main (int argc, char **argv)
{
  long n = argc > 1 ? atol (argv[1]) : 1000000, before = peak_memory ();
  long sum = go_down (NULL, n);
  printf ("1 to %ld add up to %ld, in %ld KiB of stack\n", n, sum,
	  peak_memory () - before);
  return sum != n * (n + 1) / 2;
}
