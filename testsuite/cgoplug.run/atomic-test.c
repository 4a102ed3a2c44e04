/* A reference count: what is left after an atomic subtraction is compared with zero.  GCC makes
   one operation of the two, which keeps the library function by name for processors without
   such an instruction; taken for an address, that became a thunk of a function that the
   program does not have, and the link failed.  */

#include <cgo.h>
#include "check.h"

enum { USERS = 100 };

static int count = USERS, bits;
static _Atomic int last;
static cgo_wg wg = CGO_WG_INIT;

static void
release (int n)
{
  if (__atomic_sub_fetch (&count, 1, __ATOMIC_ACQ_REL) == 0)
    last++;
  if (__atomic_fetch_or (&bits, 1 << n % 8, __ATOMIC_RELAXED) & 1 << n % 8)
    __atomic_and_fetch (&bits, ~(1 << n % 8), __ATOMIC_RELAXED);
  cgo_wg_done (&wg);
}

int
main (void)
{
  int x = -1;
  cgo_wg_add (&wg, USERS);
  for (int i = 0; i < USERS; i++)
    CHECK_EQ (cgo_go (release, i), 0);
  cgo_wg_wait (&wg);
  CHECK_EQ (last, 1);
  CHECK (__atomic_add_fetch (&x, 1, __ATOMIC_SEQ_CST) == 0);
  CHECK (__atomic_or_fetch (&x, 6, __ATOMIC_SEQ_CST) != 0);
  CHECK (__atomic_and_fetch (&x, 1, __ATOMIC_SEQ_CST) == 0);
  CHECK (__atomic_xor_fetch (&x, 3, __ATOMIC_SEQ_CST) != 0);
  CHECK (__atomic_fetch_sub (&x, 3, __ATOMIC_SEQ_CST) == 3);
  return 0;
}
