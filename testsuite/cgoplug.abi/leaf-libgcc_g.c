/* leaf-libgcc_g.c - leaf functions of libgcc.

   SPDX-License-Identifier: MIT  */

#include "leaf.h"
#include <string.h>

/* X in the format that KIND stands for.  */
static void
as_vector (char *vector, double x, int kind)
{
  float f = x;
  __float128 q = x * (1 + 0x1p-70Q);
  _Float16 h = x;
  switch (kind)
    {
    case 0: memcpy (vector, &x, sizeof x); break;
    case 1: memcpy (vector, &f, sizeof f); break;
    case 2: memcpy (vector, &q, sizeof q); break;
    case 3: memcpy (vector, &h, sizeof h); break;
    }
}

/* A function of libgcc: whatever the types of its arguments are, they are in some of these
   registers.  Those with a v in the name abort when there is no room for the result.  */
static void
call_libgcc (void *fn, const char *name)
{
  int traps = strpbrk (name, "v") && strstr (name, "div") == NULL;
  int divides = strstr (name, "div") || strstr (name, "mod");
  for (unsigned i = 0; i < COUNT (doubles) * COUNT (doubles) * 4; i++)
    {
      double x = doubles[i % COUNT (doubles)], y = doubles[i / COUNT (doubles) % COUNT (doubles)];
      int kind = i / COUNT (doubles) / COUNT (doubles);
      long n = ints[i % COUNT (ints)], m = ints[i / COUNT (ints) % COUNT (ints)];
      registers = (struct registers) { { n, traps ? n >> 63 : m, m, traps ? m >> 63 : n * m,
					 (long) b } };
      if (traps && !strstr (name, "ti"))
	registers.integer[1] = m;
      if (divides && !(registers.integer[2] | registers.integer[3]))
	registers.integer[2] = 3;
      as_vector (registers.vector[0], x, kind);
      as_vector (registers.vector[1], y, kind);
      as_vector (registers.vector[2], y + 1, kind);
      as_vector (registers.vector[3], x - 1, kind);
      registers.x87 = kind & 1 ? x + 0x1p-70L : y;
      call_registers (fn);
    }
}

/* It only looks the first time, which was before main.  */
extern void __cpu_indicator_init (void);
extern struct { unsigned vendor, rest[3]; } __cpu_model;

static void
call_cpu (void *fn)
{
  __cpu_model.vendor = 0;
  call (fn, 0, 0, 0, 0);
  CHECK (__cpu_model.vendor != 0);
}

int
leaf_libgcc (void *fn, const char *name)
{
  if (!strcmp (name, "__cpu_indicator_init"))
    call_cpu (fn);
  else if (!strncmp (name, "__", 2))
    call_libgcc (fn, name);
  else
    return 0;
  return 1;
}
