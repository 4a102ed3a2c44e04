/* Arguments on the stack that want more than 64-byte alignment, where the function's type
   does not say so: variadic, without a prototype, through pointers of which nothing is known,
   by the address of a variadic function, as a new goroutine's.  Without an alignment that
   is right for them C looks in the wrong place.  And the words that the caller of an ms_abi
   function leaves for it: without them it writes over what stands above on g0.

   { dg-foreign "wide-args_c.c" }  */

#include <cgo.h>
#include "check.h"
#include "wide-args.h"
#include <stdarg.h>

int c_fixed (long, struct a128, struct a256) CGO_CALL;
int c_unprototyped () __asm__ ("c_fixed") CGO_CALL;
int c_variadic (int, ...) CGO_CALL;
fixed c_get_fixed (void) CGO_CALL;
variadic c_get_variadic (void) CGO_CALL;
int c_by_pointer (variadic, struct a128, struct a256) CGO_CALL;
__attribute__ ((ms_abi)) long c_home (long, long, long, long) CGO_CALL;
long c_drive (long (*) (long), long) CGO_CALL;

static cgo_wg wg;
static int seen;
static variadic in_data = c_variadic;

static void
goroutine (int n, ...)
{
  va_list ap;
  va_start (ap, n);
  seen = va_arg (ap, struct a128).v[15] == n;
  seen += va_arg (ap, struct a256).v[1] == n + 1;
  va_end (ap);
  cgo_wg_done (&wg);
}

CGO_EXPORT long
callback (long n)
{
  home f = c_home;
  HIDE (f);
  return n > 0 ? c_drive (callback, n - 1) : f (1, 2, 3, 4) + c_home (1, 2, 3, 4);
}

NOINLINE static void
at_depth (int n, struct a128 a, struct a256 b)
{
  volatile char room[40];
  room[0] = 0;
  if (n > 0)
    {
      at_depth (n - 1, a, b);
      room[0]++;
      return;
    }
  fixed f = c_get_fixed ();
  variadic v = c_get_variadic (), t = c_variadic;
  variadic CGO_CALL_NONBLOCKING nb = v;
  HIDE (t);
  CHECK_EQ (c_fixed (1, a, b), 2);
  CHECK_EQ (c_unprototyped (1L, a, b), 2);
  CHECK_EQ (f (1, a, b), 2);
  CHECK_EQ (c_variadic (1, a, b), 2);
  CHECK_EQ (v (1, a, b), 2);
  CHECK_EQ (nb (1, a, b), 2);
  /* Their place in a page is that of the originals, of which 512 bytes are copied.  */
  CHECK_EQ (t (1, a, b), 2);
  CHECK_EQ (in_data (1, a, b), 2);
  CHECK_EQ (c_by_pointer (in_data, a, b), 2);
  cgo_wg_add (&wg, 1);
  CHECK_EQ (cgo_go (goroutine, 1, a, b), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  CHECK_EQ (seen, 2);
  for (int i = 0; i < 4; i++)
    CHECK_EQ (c_drive (callback, i), 20 + i * (i + 1) / 2);
}

int
main (void)
{
  struct a128 a = { { [15] = 1 } };
  struct a256 b = { { 0, 2 } };
  for (int n = 0; n < 40; n++)
    at_depth (n, a, b);
  return 0;
}
