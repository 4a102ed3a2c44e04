/* Without this a foreign call from a goroutine overruns its 4 KiB: C must run on
   g0 with the guard slot 0, get its arguments, give its results, and the
   goroutine must go on with its own guard.  All four modes.

   { dg-env "CGODEBUG=segment=65536" }  */

#include "hand.h"
#include <string.h>

struct big { long v[5]; };
struct pair { long a; double b; };

static unsigned long c_stack;

int
c_plain (int a, double b)
{
  char room[100000];
  memset (room, a, sizeof room);
  __asm__ volatile ("" : : "r" (room) : "memory");
  c_stack = (unsigned long) __builtin_frame_address (0);
  return guard_slot () == 0 ? a + (int) b : -1;
}

struct big
c_struct (struct big s, long x)
{
  for (int i = 0; i < 5; i++)
    s.v[i] += x;
  return s;
}

struct pair
c_pair (long a, double b)
{
  return (struct pair) { a + 1, b + 1 };
}

long double
c_stackargs (long a, long b, long c, long d, long e, long f, long g, long double h)
{
  CHECK_EQ ((long) __builtin_frame_address (0) % 16, 0);
  return a + b + c + d + e + f + g + h;
}

/* The entry of a mode, those for no stack arguments and for four words of them.  */
#define MODE(m, entry, entry0, entry4)					\
  HAND_THUNK (plain_##m, c_plain, 0, entry0);				\
  HAND_THUNK (struct_##m, c_struct, 40, entry);				\
  HAND_THUNK (pair_##m, c_pair, 0, entry0);				\
  HAND_THUNK (stackargs_##m, c_stackargs, 32, entry4);			\
  int plain_##m (int, double);						\
  struct big struct_##m (struct big, long);				\
  struct pair pair_##m (long, double);					\
  long double stackargs_##m (long, long, long, long, long, long, long,	\
			     long double);				\
  static void								\
  try_##m (void)							\
  {									\
    unsigned long guard = guard_slot ();				\
    CHECK_EQ (plain_##m (5, 37.5), 42);					\
    CHECK (c_stack - guard > 1 << 17);					\
    CHECK (guard_slot () != 0);						\
    struct big s = struct_##m ((struct big) { { 1, 2, 3, 4, 5 } }, 10);	\
    for (int i = 0; i < 5; i++)						\
      CHECK_EQ (s.v[i], 11 + i);					\
    struct pair p = pair_##m (7, 1.5);					\
    CHECK (p.a == 8 && p.b == 2.5);					\
    CHECK (stackargs_##m (1, 2, 3, 4, 5, 6, 7, .25L) == 28.25L);	\
  }

#define ONE_MODE(m, entry) MODE (m, entry, entry, entry)

ONE_MODE (default, __cgo_asmcall)
MODE (default_few, __cgo_asmcall, __cgo_asmcall0, __cgo_asmcall4)
ONE_MODE (nb, __cgo_asmcall_nb)
MODE (nb_few, __cgo_asmcall_nb, __cgo_asmcall_nb0, __cgo_asmcall_nb)
ONE_MODE (block, __cgo_asmcall_block)
ONE_MODE (pin, __cgo_asmcall_pin)

/* On a system stack a thunk is a jump to its target.  */
static int in_place;

__attribute__ ((constructor)) static void
on_system_stack (void)
{
  in_place = plain_default (1, 1.0) == 2 && plain_default_few (1, 1.0) == 2
	     && plain_nb (1, 1.0) == 2 && plain_nb_few (1, 1.0) == 2
	     && plain_block (1, 1.0) == 2 && plain_pin (1, 1.0) == 2;
}

HAND_MAIN;

int
hand_main (int argc, char **argv, char **envp)
{
  (void) argc, (void) argv, (void) envp;
  CHECK (in_place);
  for (int i = 0; i < 100; i++)
    {
      try_default ();
      try_default_few ();
      try_nb ();
      try_nb_few ();
      try_block ();
    }
  try_pin ();
  try_default ();
  return 0;
}
