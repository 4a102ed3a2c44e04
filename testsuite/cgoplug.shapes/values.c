/* values.c - the values of arguments and results, and which of their bytes count.

   SPDX-License-Identifier: MIT  */

#include "shapes.h"

#include <stdlib.h>
#include <string.h>

unsigned char *wanted[1000][25], *masks[1000][25];

static uint64_t state;
static int masking;

uint64_t
chance (void)
{
  uint64_t z = (state += 0x9e3779b97f4a7c15);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

static void
random_bytes (unsigned char *p, unsigned size)
{
  while (size--)
    *p++ = chance () >> 40;
}

int
chosen (int i, int n)
{
  if (i < 0)
    return n ? chance () % n : 0;
  return masking || i == n;
}

unsigned long bits (void) { return masking ? -1UL : chance (); }

/* Numbers are finite: the exponent's highest bit is 0.  */

void
leaf (void *q, unsigned size, char kind)
{
  unsigned char *p = q;
  if (kind == 'c' || kind == 'C')
    {
      leaf (p, size / 2, kind == 'c' ? 'f' : 'l');
      leaf (p + size / 2, size / 2, kind == 'c' ? 'f' : 'l');
    }
  else if (masking)
    memset (p, 0xff, kind == 'l' ? 10 : size);
  else
    {
      random_bytes (p, kind == 'l' ? 10 : size);
      if (kind == 'b')
	*p &= 1;
      if (kind == 'f')
	p[size - 1] &= 0xbf;
      if (kind == 'l')
	p[9] &= 0xbf, p[8] |= 1, p[7] |= 0x80;
    }
}

static void
fill (const struct type_entry *t, void *p)
{
  if (t->fill == 'a')
    t->fill_type (p);
  else
    leaf (p, t->size, t->fill);
}

static char *
room (const struct type_entry *t)
{
  size_t align = t->align < 64 ? 64 : t->align;
  char *p = aligned_alloc (align, (t->size + align) / align * align);
  if (!p)
    abort ();
  memset (p, 0, t->size);
  return p;
}

void
make_values (int id)
{
  const struct signature_entry *s = &signatures[id];
  state = s->seed;
  for (int i = 0; i < 25 && s->args[i]; i++)
    {
      const struct type_entry *t = s->args[i];
      char *p = room (t);
      random_bytes ((unsigned char *) p, t->size);
      fill (t, p);
      if (i < s->nargs)
	value[id][i] = p;
      else
	given[id] = p;
      wanted[id][i] = (unsigned char *) room (t);
      memcpy (wanted[id][i], p, t->size);
      masks[id][i] = (unsigned char *) room (t);
      masking = 1;
      fill (t, masks[id][i]);
      masking = 0;
    }
}
