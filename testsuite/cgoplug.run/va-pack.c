/* Unnamed arguments that are passed on as they are, by an inline function that names none
   of them; lists that are walked after the goroutine has been elsewhere; variadic functions
   behind pointers and, as in old C, behind no prototype.

   { dg-options "-std=gnu17" }  */

#include <cgo.h>
#include "check.h"
#include <stdarg.h>

NOINLINE static long
sum_list (int n, va_list ap)
{
  volatile char room[1500];
  long r = room[3] = 0;
  for (int i = 0; i < n; i++)
    {
      if (i == n / 2)
	cgo_gosched ();
      r += i * va_arg (ap, long);
    }
  return r + room[3];
}

NOINLINE long
sum (int n, ...)
{
  volatile char room[700];
  va_list ap, kept;
  room[n] = 1;
  va_start (ap, n);
  va_copy (kept, ap);
  long r = sum_list (n, ap);
  cgo_gosched ();
  r += sum_list (n, kept) + room[n];
  va_end (kept);
  va_end (ap);
  return r;
}

#ifdef __OPTIMIZE__
extern inline __attribute__ ((always_inline, gnu_inline)) long
pack (long first, ...)
{
  return sum (1 + __builtin_va_arg_pack_len (), first, __builtin_va_arg_pack ());
}
#else
# define pack(...) sum (9, __VA_ARGS__)
#endif

static long (*volatile pointer) (int, ...) = sum;

NOINLINE static long
ten (a, b, c, d, e, f, g, h, i, j)
  long a, b, c, d, e, f, g, h, i, j;
{
  volatile char room[900];
  room[a] = 0;
  return a + b + c + d + e + f + g + h + i + 10 * j + room[a];
}

static long (*volatile old) () = ten;

NOINLINE static void
at_depth (int n)
{
  volatile char room[80];
  room[n % 80] = n;
  if (n > 0)
    at_depth (n - 1);
  else
    {
      /* 2 * (0 * 1 + 1 * 2 + ... + 8 * 9) + 1  */
      CHECK_EQ (pack (1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L), 481);
      CHECK_EQ (pointer (9, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L), 481);
      CHECK_EQ (old (1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L), 145);
    }
  room[n % 80]++;
}

static void
other (cgo_wg *wg)
{
  for (int n = 0; n < 120; n++)
    at_depth (n);
  cgo_wg_done (wg);
}

int
main (void)
{
  cgo_wg wg = CGO_WG_INIT;
  cgo_wg_add (&wg, 3);
  for (int i = 0; i < 3; i++)
    CHECK_EQ (cgo_go (other, &wg), 0);
  cgo_wg_wait (&wg);
  return 0;
}
