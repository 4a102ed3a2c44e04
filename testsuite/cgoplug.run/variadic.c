/* Unnamed arguments stay on the segment of the caller: without the correction of
   va_start a variadic function that was entered on another reads what is there.
   Every kind of argument, copied and passed on, at every depth of the first
   segments.  */

#include <cgo.h>
#include "check.h"
#include <stdarg.h>
#include <string.h>

struct wide { long a, b, c; };
struct aligned { long v[4]; } __attribute__ ((aligned (32)));

NOINLINE static long
add_list (int n, va_list ap)
{
  char room[2000];
  memset (room, n, sizeof room);
  long r = 0;
  for (int i = 0; i < n; i++)
    r += va_arg (ap, int) + va_arg (ap, long);
  struct wide w = va_arg (ap, struct wide);
  r += w.a + w.b + w.c;
  r += va_arg (ap, long double);
  r += va_arg (ap, double);
  struct aligned s = va_arg (ap, struct aligned);
  CHECK (((size_t) &s & 31) == 0);
  r += va_arg (ap, __int128);
  return r + s.v[3] + room[3] - n;
}

/* N is on the stack.  */

NOINLINE static long
add (long a, long b, long c, long d, long e, long f, long g, int n, ...)
{
  char room[3000];
  va_list ap, again;
  memset (room, 0, sizeof room);
  va_start (ap, n);
  va_copy (again, ap);
  long r = add_list (n, ap);
  CHECK_EQ (add_list (n, again), r);
  va_end (ap);
  va_end (again);
  return r + a + b + c + d + e + f + g + room[7];
}

/* Into a list that is part of something.  */

static struct { int n; va_list lists[3]; } saved;

NOINLINE static long
keep (int n, ...)
{
  volatile char room[500];
  room[n] = 1;
  va_start (saved.lists[n], n);
  va_arg (saved.lists[n], struct wide);
  long r = va_arg (saved.lists[n], long);
  va_end (saved.lists[n]);
  return r + room[n];
}

/* The vector registers, and more than there are.  */

NOINLINE static double
doubles (int n, ...)
{
  volatile char room[500];
  va_list ap;
  double r = room[1] = 0;
  va_start (ap, n);
  for (int i = 0; i < n; i++)
    r += va_arg (ap, double);
  va_end (ap);
  va_start (ap, n);
  r += va_arg (ap, double) - 1;
  va_end (ap);
  return r;
}

NOINLINE static long
last (int n, ...)
{
  volatile char room[2000];
  va_list ap;
  long r = room[5] = 0;
  va_start (ap, n);
  while (n--)
    r = va_arg (ap, long);
  va_end (ap);
  return r + room[5];
}

/* If it jumped to `last', with its own return to __morestack below the arguments, those
   would be looked for on the segment before.  */

NOINLINE static long
jump (long a, long b, long c, long d, long e, long f, long g, long h)
{
  volatile char room[900];
  room[a] = 1;
  return last (7, b, c, d, e, f, g, h + room[a]);
}

/* So with the convention of Windows, which has fewer registers.  */

NOINLINE __attribute__ ((ms_abi)) static long
last_ms (int n, ...)
{
  volatile char room[2000];
  __builtin_ms_va_list ap;
  long r = room[5] = 0;
  __builtin_ms_va_start (ap, n);
  while (n--)
    r = __builtin_va_arg (ap, long);
  __builtin_ms_va_end (ap);
  return r + room[5];
}

NOINLINE __attribute__ ((ms_abi)) static long
jump_ms (long a, long b, long c, long d, long e)
{
  volatile char room[900];
  room[a] = 1;
  return last_ms (4, b, c, d, e + room[a]);
}

NOINLINE static void
at_depth (int n)
{
  volatile char room[200];
  room[n] = n;
  if (n > 0)
    {
      at_depth (n - 1);
      room[n]++;
      return;
    }
  struct aligned s = { { 0, 0, 0, 7 } };
  CHECK_EQ (add (1, 2, 3, 4, 5, 6, 7, 3, 1, 2L, 3, 4L, 5, 6L,
		 (struct wide) { 10, 20, 30 }, 100.0L, 1000.0, s, (__int128) 5),
	    28 + 21 + 60 + 1100 + 7 + 5);
  CHECK_EQ (doubles (11, 1., 2., 3., 4., 5., 6., 7., 8., 9., 10., 11.), 66);
  CHECK_EQ (keep (2, (struct wide) { 1, 2, 3 }, 4L), 5);
  CHECK_EQ (jump (1, 2, 3, 4, 5, 6, 7, 8), 9);
  CHECK_EQ (jump_ms (1, 2, 3, 4, 5), 6);
}

int
main (void)
{
  for (int n = 0; n < 100; n++)
    at_depth (n);
  return 0;
}
