/* Names of the C side that look like those that cgo makes of others: each call must reach its
   own function.  Without names of their own for the stubs they meet: the compilers find two of a
   name, or a call goes astray.  */

#include "names.h"
#include "check.h"

static long total;
static cgo_wg wg;

static void
adds (long n)
{
  total += go_1 (n);
  cgo_wg_done (&wg);
}

CGO_EXPORT long
twice (long n)
{
  CHECK (guard_slot () != 0);
  return 2 * n;
}

/* This one in file names, and add in file names_g.  */
CGO_EXPORT static long
g_add (long a, long b)
{
  return a + b + 1000;
}

static void
check_variants (void)
{
  CHECK_EQ (sum (2, 3, 4), 7);
  CHECK_EQ (sum (1, 5L), 5);
  CHECK_EQ (sum_2 (6), 62);
  CHECK_EQ (sum_3 (6), 63);
}

static void
check_kinds (void)
{
  struct pair p = { 1.5, 4 };
  CHECK_EQ (t1 (p), 6);
  CHECK_EQ (scale (1), 10);
  CHECK_EQ (c_scale (1), 11);
  CHECK_EQ (call_scale (1), 12);
  CHECK_EQ (stub_scale (1), 13);
  CHECK_EQ (as (1), 14);
}

static void
check_exports (void)
{
  CHECK_EQ (calls_twice (5), 10);
  CHECK_EQ (run_twice (1), 21);
  CHECK_EQ (pointer_twice (1), 22);
  CHECK_EQ (body_twice (1), 23);
  CHECK_EQ (entry_twice (1), 24);
  CHECK_EQ (x_twice (1), 25);
  CHECK_EQ (calls_back (g_add), 1003);
  CHECK_EQ (from_names_g (), 2003);
}

int
main (void)
{
  check_variants ();
  check_kinds ();
  check_exports ();
  cgo_wg_add (&wg, 1);
  CHECK_EQ (cgo_go (adds, 4L), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  CHECK_EQ (total, 104);
  puts ("done");
  return 0;
}
