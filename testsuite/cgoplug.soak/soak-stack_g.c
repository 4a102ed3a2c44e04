/* soak-stack_g.c - actors that compute, grow their stacks, and take room on them.

   SPDX-License-Identifier: MIT  */

#include "soak.h"
#include "check.h"

#include <alloca.h>
#include <string.h>

/* ---- Computing, on no more Ms than there are Ps ---- */

static int running;

void
actor_compute (struct actor *a)
{
  while (soak_more (a))
    {
      /* Nothing here is called or checked, so nobody stops us in between.  */
      int n = __atomic_add_fetch (&running, 1, __ATOMIC_SEQ_CST);
      for (int i = 0; i < 20000; i++)
	__asm__ volatile ("");
      __atomic_fetch_sub (&running, 1, __ATOMIC_SEQ_CST);
      CHECK (n >= 1 && n <= MAXPROCS);
    }
}

/* ---- Stacks ---- */

NOINLINE unsigned
soak_deep (unsigned n)
{
  volatile unsigned char room[120];
  memset ((void *) room, n, sizeof room);
  unsigned below = n ? soak_deep (n - 1) : 0;
  for (unsigned i = 0; i < sizeof room; i += 17)
    CHECK_EQ (room[i], (unsigned char) n);
  return below + 1;
}

void
actor_grow (struct actor *a)
{
  uint64_t r = soak_seed (a);
  while (soak_more (a))
    {
      unsigned n = soak_below (&r, 400);
      CHECK_EQ (soak_deep (n), n + 1);
    }
}

NOINLINE static void
allocas (uint64_t *r)
{
  unsigned char *p[4];
  unsigned n[4];
  for (int i = 0; i < 4; i++)
    {
      n[i] = 1 + soak_below (r, 5000);
      p[i] = alloca (n[i]);
      memset (p[i], i + 1, n[i]);
      soak_deep (3);
    }
  for (int i = 0; i < 4; i++)
    CHECK (p[i][0] == i + 1 && p[i][n[i] - 1] == i + 1);
}

void
actor_allocate (struct actor *a)
{
  uint64_t r = soak_seed (a);
  while (soak_more (a))
    allocas (&r);
}
