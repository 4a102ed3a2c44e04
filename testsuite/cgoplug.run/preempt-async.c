/* Without a signal (preempt=async) a loop that neither checks the stack nor calls C keeps its P
   for ever.  Two goroutines run each loop here, a third must run to end them, three times over;
   what the loops have in registers, flags, the red zone and on the stack of the x87 must be
   there after each stop.  A handler of the program for SIGURG gets its own signals and no
   others, and no system call ends early.

   { dg-options "-fplugin-arg-cgoplug-preempt=async" }  */

#include <cgo.h>
#include "check.h"
#include <signal.h>

typedef int v4 __attribute__ ((vector_size (16)));

static volatile int stop;
static cgo_wg wg, reading;

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

/* Adds by add and adc in a circle, so that the carry is live all the time.  */
static void
flags (void)
{
  unsigned long lo = 0, hi = 0, n = 0;
  do
    {
      __asm__ ("{add %2, %0; adc $0, %1|add %0, %2; adc %1, 0}" : "+r" (lo), "+r" (hi)
	       : "r" (-1UL) : "cc");
      n++;
    }
  while (!stop);
  CHECK_EQ (lo, -n);
  CHECK_EQ (hi, n - 1);
}

static volatile int signals;

static void
on_urgent (int sig)
{
  signals += sig == SIGURG;
}

/* A system call that would end with EINTR.  */
static void
reader (int fd)
{
  char c;
  CHECK_EQ (read (fd, &c, 1), 1);
  CHECK_EQ (c, 'x');
  cgo_wg_done (&reading);
}

static void
spinner (void (*loop) (void))
{
  loop ();
  cgo_wg_done (&wg);
}

static void
third (void)
{
  for (int i = 0; i < 3; i++)
    cgo_gosched ();
  stop = 1;
  cgo_wg_done (&wg);
}

int
main (void)
{
  static void (*const loops[]) (void)
    = { forever, by_goto, computed, asm_goto, irreducible, with_switch, tail_call, nested,
	leaf, hungry, flags };
  struct sigaction a = { .sa_handler = on_urgent }, old;
  int fd[2];
  CHECK_EQ (sigaction (SIGURG, NULL, &old), 0);
  CHECK (old.sa_handler == SIG_DFL && !(old.sa_flags & SA_RESTART));
  CHECK_EQ (sigaction (SIGURG, &a, &old), 0);
  CHECK (old.sa_handler == SIG_DFL);
  CHECK_EQ (pipe (fd), 0);
  cgo_wg_add (&reading, 1);
  CHECK_EQ (cgo_go (reader, fd[0]), 0);
  for (unsigned i = 0; i < sizeof loops / sizeof *loops; i++)
    {
      int spinners = cgo_maxprocs () + 1;
      stop = 0;
      cgo_wg_add (&wg, spinners + 1);
      while (spinners--)
	CHECK_EQ (cgo_go (spinner, loops[i]), 0);
      CHECK_EQ (cgo_go (third), 0);
      CHECK_EQ (cgo_wg_wait (&wg), 0);
    }
  CHECK_EQ (write (fd[1], "x", 1), 1);
  CHECK_EQ (cgo_wg_wait (&reading), 0);
  CHECK_EQ (signals, 0);
  CHECK_EQ (raise (SIGURG), 0);
  CHECK_EQ (signals, 1);
  CHECK_EQ (sigaction (SIGURG, NULL, &old), 0);
  CHECK (old.sa_handler == on_urgent && !(old.sa_flags & SA_RESTART));
  return 0;
}
