/* What a call of C is to bring back, besides its value: errno of a failure, though another
   call in the same expression succeeds after it; all of a structure with fields of any
   alignment; and arguments of different sizes, each as it was passed.  Function pointers in C's
   data are called by C as C.  If a thunk or a switch of stacks disturbed any of them, one of
   these would be wrong.  (Go's TestErrno, TestMultipleAssign, TestAlign, Test6833, Test4339.)

   { dg-foreign "values_c.c" }  */

#include <cgo.h>
#include "check.h"
#include "values.h"
#include <errno.h>
#include <stdlib.h>

static cgo_wg wg;

static void
check_errno (void)
{
  errno = 0;
  FILE *f = fopen ("/no-such-file", "r");
  CHECK (f == NULL && errno == ENOENT);
  f = fopen ("/dev/null", "r");
  CHECK (f != NULL && errno == ENOENT);
  CHECK_EQ (fclose (f), 0);
}

static void
check_assign (void)
{
  struct { long n, m; } two = { strtol ("234", NULL, 345), strtol ("234", NULL, 10) };
  CHECK (two.n == 0 && two.m == 234 && errno == EINVAL);
}

static void
check_align (void)
{
  struct event e = { 0 };
  c_make_event (&e);
  CHECK_EQ (c_same_event (&e, e.type, e.which, e.state, e.key.scancode, e.key.symbol,
			  e.key.modifier, e.key.unicode), 1);
  CHECK (e.type == 0x01 && e.which == 0x02 && e.key.unicode == 0x1011);
}

static void
goroutine (void)
{
  for (int i = 0; i < 200; i++)
    {
      check_errno ();
      check_assign ();
      check_align ();
      CHECK (c_sum (7, 0x4000300020001000ull) == 0x4000300020001007ull);
      int before = c_called;
      c_handle (&c_table);
      CHECK (c_called > before);
      cgo_gosched ();
    }
  cgo_wg_done (&wg);
}

int
main (void)
{
  enum { GOROUTINES = 4 };
  cgo_wg_add (&wg, GOROUTINES);
  for (int i = 0; i < GOROUTINES; i++)
    CHECK_EQ (cgo_go (goroutine), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
