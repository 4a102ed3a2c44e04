/* preempt-loops.h - loops that neither check the stack nor call C: of preempt-loops.c and
   preempt-async.c, which say what stops them.  Each ends when `stop' is set, and checks
   what it had in registers, in the red zone or on the stack of the x87.  */

#include "spinners.h"

typedef int v4 __attribute__ ((vector_size (16)));

static volatile int stop;

static void
forever (void)
{
  volatile unsigned long n = 0;
  for (;;)
    {
      n++;
      if (stop)
	return;
    }
}

static void
by_goto (void)
{
  unsigned long n = 0;
 again:
  n++;
  HIDE (n);
  if (!stop)
    goto again;
}

static void
computed (void)
{
  static void *const to[] = { &&odd, &&even, &&end };
  unsigned n = 0;
  goto *to[stop ? 2 : n % 2];
 odd:
  n += 3;
  goto *to[stop ? 2 : n % 2];
 even:
  n++;
  goto *to[stop ? 2 : n % 2];
 end:
  HIDE (n);
}

static void
asm_goto (void)
{
 again:
  __asm__ goto ("{cmpl $0, %0|cmp %0, 0}\n\tje %l1" : : "m" (stop) : "cc" : again);
}

/* A loop with two entries.  */
static void
irreducible (void)
{
  unsigned n = 1;
  HIDE (n);
  if (n)
    goto middle;
  do
    {
      n += 3;
    middle:
      n ^= 5;
      HIDE (n);
    }
  while (!stop);
}

static void
with_switch (void)
{
  for (unsigned n = 0; ; n++)
    switch (stop ? 4 : n % 4)
      {
      case 0: continue;
      case 1: n += 3; break;
      case 4: return;
      default: n++;
      }
}

/* Becomes a loop with -O2.  */
static unsigned
tail (unsigned n)
{
  return stop ? n : tail (n * 3 + 1);
}

static void
tail_call (void)
{
  unsigned n = tail (1);
  HIDE (n);
}

/* Only the outer loop needs a poll.  */
static void
nested (void)
{
  int a[16] = { 0 };
  long n = 0;
  do
    {
      for (int i = 0; i < 16; i++)
	a[i] += i;
      n++;
      __asm__ volatile ("" : : "r" (a) : "memory");
    }
  while (!stop);
  for (int i = 0; i < 16; i++)
    CHECK_EQ (a[i], (int) ((unsigned) n * i));
}

/* A leaf, so its array is in the red zone.  */
NOINLINE static long
red_zone (long *wrong)
{
  volatile long a[8];
  long n = 0;
  for (int i = 0; i < 8; i++)
    a[i] = i;
  do
    {
      for (int i = 0; i < 8; i++)
	a[i]++;
      n++;
    }
  while (!stop);
  for (int i = 0; i < 8; i++)
    *wrong += a[i] != n + i;
  return n;
}

static void
leaf (void)
{
  long wrong = 0;
  CHECK (red_zone (&wrong) > 0);
  CHECK_EQ (wrong, 0);
}

static void
hungry (void)
{
  v4 v[12];
  long double x = 0, y = 0.5L;
  unsigned long a = 0, b = 0, c = 0, d = 0, n = 0;
  for (int i = 0; i < 12; i++)
    v[i] = (v4) { i, i, i, i };
  do
    {
      for (int i = 0; i < 12; i++)
	v[i] += (v4) { i, 1, 2, 3 };
      x += 1;
      y += 2;
      a += 1;
      b += a;
      c ^= b;
      d += 7;
      n++;
    }
  while (!stop);
  int m = n;
  for (int i = 0; i < 12; i++)
    {
      CHECK_EQ (v[i][0], i + m * i);
      CHECK_EQ (v[i][1], i + m);
      CHECK_EQ (v[i][3], i + m * 3);
    }
  CHECK (x == n && y == 0.5L + 2 * (long double) n);
  CHECK_EQ (a, n);
  CHECK_EQ (b, n % 2 ? (n + 1) / 2 * n : n / 2 * (n + 1));
  CHECK_EQ (d, 7 * n);
  HIDE (c);
}

static void (*const loops[]) (void)
  = { forever, by_goto, computed, asm_goto, irreducible, with_switch, tail_call, nested, leaf,
      hungry };

static void
run_loops (void)
{
  for (unsigned i = 0; i < sizeof loops / sizeof *loops; i++)
    run_loop (loops[i], &stop);
}
