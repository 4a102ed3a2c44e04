/* leaf-memory_g.c - malloc and its like.

   SPDX-License-Identifier: MIT  */

#include "leaf.h"
#include <stdlib.h>
#include <string.h>

/* What returns memory; its size is second, after an alignment or memory.  */
static const char memory[] = " malloc ", memory_second[] = " calloc realloc memalign"
  " aligned_alloc ", memory_free[] = " free ";

/* Sizes of every kind: of the thread's cache, small, large, of their own mapping, too large;
   and in every order, so that pieces are split, joined and given back.  */
static void
call_memory (void *fn, const char *name)
{
  static const size_t sizes[] = { 1, 24, 100, 600, 1032, 1200, 5000, 40000, 70000, 140000,
    1000000, 40000000, 1UL << 46, 1UL << 62 };
  static void *place[1000];
  unsigned s = 1;
  for (int i = 0; i < 100000; i++)
    {
      s = s * 1664525 + 1013904223;
      void **p = &place[(s >> 8) % COUNT (place)];
      size_t size = sizes[(s >> 20) % (i % 100 ? 10 : COUNT (sizes))] + (s >> 4) % 64;
      int mine = i % 2;
      if (*p && listed (memory_free, name) && mine)
	call (fn, (long) *p, 0, 0, 0);
      else if (*p && !strcmp (name, "realloc") && mine)
	call (fn, (long) *p, size, 0, 0);
      else if (*p)
	free (*p);
      else if (mine && listed (memory, name))
	call (fn, size, 0, 0, 0);
      else if (mine && listed (memory_second, name))
	call (fn, !strcmp (name, "calloc") ? 1 : !strcmp (name, "realloc") ? 0
	      : (s >> 4) % 2 ? 64 : 8192, size, 0, 0);
      else
	{
	  *p = malloc (size);
	  continue;
	}
      *p = NULL;
    }
  for (unsigned i = 0; i < COUNT (place); i++)
    free (place[i]);
  memset (place, 0, sizeof place);
}

int
leaf_memory (void *fn, const char *name)
{
  if (!listed (memory, name) && !listed (memory_second, name) && !listed (memory_free, name))
    return 0;
  call_memory (fn, name);
  return 1;
}
