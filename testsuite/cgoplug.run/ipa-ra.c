/* With -fipa-ra a caller keeps values in any register that a static callee does not name, also
   in those that every function may change.  A check and a crossing change r10 and r11: GCC must
   be told of these two, and all others must come through, vectors in their whole width, when
   a segment is made, too.  So with thunks and entries, where C has a body in the unit.

   { dg-options "-fipa-ra -fno-ipa-icf" }  */

#include <cgo.h>
#include "check.h"

typedef long wide __attribute__ ((vector_size (32)));

/* Names no register but that of its stack pointer.  */
NOINLINE static void
touch (void)
{
  volatile char room[900];
  __asm__ volatile ("movb $1, %0" : "=m" (room[0]));
}

/* The same with a small frame: another sequence.  */
NOINLINE static void
touch_small (void)
{
  touch ();
  __asm__ volatile ("" : : : "memory");
}

/* C in the same unit, over a thunk, and what it calls back, over an entry.  */
NOINLINE static CGO_EXPORT void
back (void)
{
  touch ();
}

NOINLINE static CGO_CALL void
c_touch (void)
{
  back ();
  __asm__ volatile ("" : : : "memory");
}

#define TWELVE(X) X (a) X (b) X (c) X (d) X (e) X (f) X (g) X (h) X (i) X (j) X (k) X (l)
#define NUMBER(x) long x = n * (__COUNTER__ + 3); HIDE (x);
#define REAL(x) double x##x = n * (__COUNTER__ + .5); __asm__ volatile ("" : "+x" (x##x));
#define ADD_NUMBER(x) HIDE (x); r = r * 31 + x;
#define ADD_REAL(x) s = s * 1.5 + x##x;

/* The same with and without calls in between.  */
NOINLINE static long
numbers (long n, int calls)
{
  long r = 0;
  TWELVE (NUMBER)
  if (calls)
    touch ();
  TWELVE (ADD_NUMBER)
  if (calls)
    touch_small ();
  TWELVE (ADD_NUMBER)
  if (calls)
    c_touch ();
  TWELVE (ADD_NUMBER)
  return r;
}

NOINLINE static double
reals (long n, int calls)
{
  double s = 0;
  TWELVE (REAL)
  if (calls)
    touch_small ();
  TWELVE (ADD_REAL)
  if (calls)
    c_touch ();
  TWELVE (ADD_REAL)
  return s;
}

NOINLINE __attribute__ ((target ("avx2"))) static void
vector (long n)
{
  wide v = { n, n + 1, n + 2, n + 3 }, w = v * 3;
  __asm__ volatile ("" : "+x" (v), "+x" (w));
  touch ();
  touch_small ();
  w -= v * 2;
  for (int i = 0; i < 4; i++)
    CHECK_EQ (w[i], n + i);
}

NOINLINE static void
at_depth (int n)
{
  volatile char room[70];
  room[n % 70] = n;
  if (n > 0)
    at_depth (n - 1);
  else
    {
      CHECK_EQ (numbers (n + 5, 1), numbers (n + 5, 0));
      CHECK (reals (n + 5, 1) == reals (n + 5, 0));
      if (__builtin_cpu_supports ("avx2"))
	vector (n + 5);
    }
  room[n % 70]++;
}

static void
other (cgo_wg *wg)
{
  for (int n = 0; n < 150; n++)
    at_depth (n);
  cgo_wg_done (wg);
}

int
main (void)
{
  cgo_wg wg = CGO_WG_INIT;
  cgo_wg_add (&wg, 2);
  for (int i = 0; i < 2; i++)
    CHECK_EQ (cgo_go (other, &wg), 0);
  cgo_wg_wait (&wg);
  return 0;
}
