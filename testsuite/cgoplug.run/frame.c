/* On a new segment the return address is __morestack's, the frames of callers have
   __morestack's between them, and of the arguments only the named ones are there.  So
   builtins that ask for these are corrected, at every depth of the first segments.

   { dg-options "-fno-omit-frame-pointer -Wno-frame-address" }  */

#include <cgo.h>
#include "check.h"

static char *address[3], *frame[3];

NOINLINE static void
look (void)
{
  volatile char room[700] __attribute__ ((unused));
  room[0] = 0;
  address[0] = __builtin_return_address (0);
  address[1] = __builtin_return_address (1);
  address[2] = __builtin_return_address (2);
  frame[1] = __builtin_frame_address (1);
  frame[2] = __builtin_frame_address (2);
}

static char *own[3];

NOINLINE static void
middle (void)
{
  volatile char room[700] __attribute__ ((unused));
  room[1] = 0;
  own[1] = __builtin_frame_address (0);
  look ();
  room[1]++;
}

NOINLINE static void
outer (void)
{
  volatile char room[700] __attribute__ ((unused));
  room[1] = 0;
  own[2] = __builtin_frame_address (0);
  middle ();
  room[1]++;
}

/* Within 600 bytes behind the start of FN: with instrumentation they are large.  */
#define IN(pc, fn) ((unsigned long) ((pc) - (char *) (fn)) < 600)

NOINLINE static long
sum (long a, long b, long c, long d, long e, long f, long g, long h)
{
  volatile char room[800];
  room[a] = 0;
  return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h + room[a];
}

NOINLINE static long
forward (long a, ...)
{
  volatile char room[900] __attribute__ ((unused));
  room[a] = 1;
  void *result = __builtin_apply ((void (*) ()) sum, __builtin_apply_args (), 64);
  __builtin_return (result);
}

/* By a jump: on the segment before are the arguments of this.  */

NOINLINE static long
forward_named (long a, long b, long c, long d, long e, long f, long g, long h)
{
  volatile char room[900] __attribute__ ((unused));
  room[a + b + c + d + e + f + g + h] = 1;
  void *result = __builtin_apply ((void (*) ()) sum, __builtin_apply_args (), 512);
  __builtin_return (result);
}

NOINLINE static long
jump (long a, long b, long c, long d, long e, long f, long g, long h)
{
  volatile char room[900];
  room[a] = 0;
  return forward_named (a, b, c, d, e, f, h, g + room[a]);
}

NOINLINE __attribute__ ((ms_abi)) static long
named (long a, long b, long c, long d, long e, long f, double x)
{
  volatile char room[900];
  room[a] = 0;
  return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * (long) x + room[a];
}

NOINLINE __attribute__ ((ms_abi)) static long
unnamed (int n, ...)
{
  volatile char room[900];
  long r = room[n] = 0;
  __builtin_ms_va_list ap;
  __builtin_ms_va_start (ap, n);
  for (int i = 1; i <= n; i++)
    r += i * __builtin_va_arg (ap, long);
  r += __builtin_va_arg (ap, double);
  __builtin_ms_va_end (ap);
  return r + room[n];
}

NOINLINE static void
at_depth (int n)
{
  volatile char room[100];
  room[n % 100] = n;
  if (n)
    at_depth (n - 1);
  else
    {
      outer ();
      CHECK (IN (address[0], middle) && IN (address[1], outer) && IN (address[2], at_depth));
      CHECK (frame[1] == own[1] && frame[2] == own[2]);
      CHECK_EQ (forward (1, 2L, 3L, 4L, 5L, 6L, 7L, 8L), 204);
      CHECK_EQ (forward_named (1, 2, 3, 4, 5, 6, 7, 8), 204);
      CHECK_EQ (jump (1, 2, 3, 4, 5, 6, 7, 8), 203);
      CHECK_EQ (named (1, 2, 3, 4, 5, 6, 7), 140);
      CHECK_EQ (unnamed (6, 1L, 2L, 3L, 4L, 5L, 6L, 9.), 100);
    }
  room[n % 100]++;
}

int
main (void)
{
  for (int n = 0; n < 150; n++)
    at_depth (n);
  return 0;
}
