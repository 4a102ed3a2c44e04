/* gen-type.c - random types and signatures.

   A signature has a theme, so that integers alone use up their six registers, and floats
   their eight, often enough.  Every tenth seed is kept to what libgccjit can say.

   SPDX-License-Identifier: MIT  */

#include "gen.h"
#include <string.h>

/* ---- Chance: splitmix64 ---- */

static uint64_t state;

static uint64_t
chance (void)
{
  uint64_t z = (state += 0x9e3779b97f4a7c15);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

unsigned
pick (unsigned n)
{
  return (chance () >> 32) % n;
}

static bool percent (unsigned n) { return pick (100) < n; }

/* ---- Scalars ---- */

#define S(name, jit, fill, size, align, is) \
  { name, jit, fill, size, align, is, false, false, 0, 0, { { 0 } } }

static const struct type scalars[] =
{
  S ("_Bool", "bool", 'b', 1, 1, JIT | INT | FIELD),
  S ("char", "char", 'i', 1, 1, JIT | INT | FIELD),
  S ("signed char", "int8", 'i', 1, 1, JIT | INT | FIELD),
  S ("unsigned char", "uint8", 'i', 1, 1, JIT | INT | FIELD),
  S ("short", "short", 'i', 2, 2, JIT | INT | FIELD),
  S ("unsigned short", "ushort", 'i', 2, 2, JIT | INT | FIELD),
  S ("int", "int", 'i', 4, 4, JIT | INT | FIELD | UNNAMED),
  S ("unsigned", "uint", 'i', 4, 4, JIT | INT | FIELD | UNNAMED),
  S ("long", "long", 'i', 8, 8, JIT | INT | FIELD | UNNAMED),
  S ("unsigned long", "ulong", 'i', 8, 8, JIT | INT | FIELD | UNNAMED),
  S ("long long", "llong", 'i', 8, 8, JIT | INT | FIELD | UNNAMED),
  S ("__int128", "int128", 'i', 16, 16, JIT | INT | UNNAMED),
  S ("unsigned __int128", "uint128", 'i', 16, 16, JIT | INT | UNNAMED),
  S ("void *", "pointer", 'i', 8, 8, JIT | INT | UNNAMED),
  S ("function", NULL, 'i', 8, 8, INT | UNNAMED),
  S ("enumeration", NULL, 'i', 4, 4, INT | FIELD | UNNAMED),
  S ("byte_enum", NULL, 'i', 1, 1, INT),
  S ("_Float16", NULL, 'f', 2, 2, SSE | UNNAMED),
  S ("float", "float", 'f', 4, 4, JIT | SSE),
  S ("double", "double", 'f', 8, 8, JIT | SSE | UNNAMED),
  S ("_Float128", NULL, 'f', 16, 16, SSE | UNNAMED),
  S ("_Decimal32", NULL, 'f', 4, 4, SSE | UNNAMED),
  S ("_Decimal64", NULL, 'f', 8, 8, SSE | UNNAMED),
  S ("_Decimal128", NULL, 'f', 16, 16, SSE | UNNAMED),
  S ("_Complex float", "cfloat", 'c', 8, 4, JIT | SSE | UNNAMED),
  S ("_Complex double", "cdouble", 'c', 16, 8, JIT | SSE | UNNAMED),
  S ("_Complex _Float16", NULL, 'c', 4, 2, SSE | UNNAMED),
  S ("_Complex _Float128", NULL, 'c', 32, 16, SSE | UNNAMED),
  S ("long double", "ldouble", 'l', 16, 16, JIT | X87 | UNNAMED),
  S ("_Complex long double", "cldouble", 'C', 32, 16, JIT | X87 | UNNAMED),
  S ("v4qi", NULL, 'i', 4, 4, VECTOR | UNNAMED),
  S ("m64", NULL, 'i', 8, 8, VECTOR | UNNAMED),
  S ("v2sf", NULL, 'i', 8, 8, VECTOR | UNNAMED),
  S ("m128", "v:float:4", 'i', 16, 16, JIT | VECTOR | UNNAMED),
  S ("m128d", "v:double:2", 'i', 16, 16, JIT | VECTOR | UNNAMED),
  S ("m128i", "v:int:4", 'i', 16, 16, JIT | VECTOR | UNNAMED),
  S ("m256", NULL, 'i', 32, 32, VECTOR | UNNAMED | WIDE),
  S ("m256i", NULL, 'i', 32, 32, VECTOR | UNNAMED | WIDE),
  S ("m512d", NULL, 'i', 64, 64, VECTOR | UNNAMED | WIDE),
  S ("m512i", NULL, 'i', 64, 64, VECTOR | UNNAMED | WIDE),
};

enum { NSCALARS = sizeof scalars / sizeof *scalars };

/* One that has all of MUST and, if THEME is not 0, something of it.  */

static const struct type *
scalar (unsigned must, unsigned theme)
{
  const struct type *t;
  do
    t = &scalars[pick (NSCALARS)];
  while ((t->is & must) != must || (theme && !(t->is & theme))
	 || ((t->is & WIDE) && percent (60)));
  return t;
}

/* ---- Aggregates ---- */

static int round_up (int n, int to) { return (n + to - 1) / to * to; }

/* Adds M, so far SIZE bytes long; false if it would get longer than MOST.  */

static bool
layout (struct type *t, struct member *m, int *size, int most)
{
  int one = m->type->size, align = t->is_packed ? 1 : m->type->align;
  if (m->bits >= 0)
    align = one > 8 ? 8 : one;
  if (m->aligned > align)
    align = m->aligned;
  int begin = t->is_union ? 0 : round_up (*size, align);
  int end = begin + (m->count ? (m->count > 0 ? one * m->count : 0) : one);
  if (end > most)
    return false;
  if (end > *size)
    *size = end;
  if (align > t->align)
    t->align = align;
  t->members[t->nmembers++] = *m;
  t->is |= m->type->is & (WIDE | BITS | X87);
  return true;
}

static struct member
random_member (const struct signature *s, unsigned must, unsigned theme)
{
  struct member m = { NULL, 0, -1, 0 };
  if (s->ntypes && percent (20))
    m.type = &s->types[pick (s->ntypes)];
  else if (percent (15))
    {
      m.type = scalar (must | FIELD, INT);
      m.bits = m.type->fill == 'b' ? 1 : 1 + pick (m.type->size * 8);
      return m;
    }
  else
    m.type = scalar (must, theme);
  if (percent (25))
    m.count = 1 + pick (percent (80) ? 4 : 17);
  else if (percent (8))
    m.aligned = 4 << pick (s->jit ? 3 : 7);
  if (m.aligned && m.aligned < m.type->align)
    m.aligned = 0;
  return m;
}

/* Another type of S, of at most MOST bytes.  */

static void
aggregate (struct signature *s, unsigned theme, int most)
{
  static char names[1 << 20], *next = names;
  struct type *t = &s->types[s->ntypes];
  unsigned must = s->jit ? JIT : 0;
  int size = 0, n = percent (50) ? 1 + pick (3) : 1 + pick (MOST_MEMBERS);
  memset (t, 0, sizeof *t);
  t->fill = 'a';
  t->is = UNNAMED;
  t->align = 1;
  t->is_union = percent (15);
  t->is_packed = !s->jit && percent (12);
  if (!s->jit && percent (3))
    n = 0;
  for (int i = 0; i < n; i++)
    {
      struct member m = random_member (s, must, theme);
      if (most > 256 && i == 0)
	m = (struct member) { scalar (must, INT), 1 + pick (most / 16), -1, 0 };
      /* libgccjit takes notes of the ABI's history for errors.  */
      if (s->jit && ((t->is_union && (m.type->is & X87)) || m.type->fill == 'c'))
	continue;
      if (!layout (t, &m, &size, most))
	break;
      if (m.bits >= 0)
	t->is |= BITS;
    }
  /* Flexible, with the least chance.  */
  if (t->nmembers && t->nmembers < MOST_MEMBERS && !s->jit && !t->is_union && percent (5))
    {
      struct member m = { scalar (0, theme), -1, -1, 0 };
      layout (t, &m, &size, most);
    }
  if (!s->jit && percent (10))
    t->aligned = 4 << pick (7);
  if (t->aligned > t->align)
    t->align = t->aligned;
  if (t->align > 16)
    t->is |= OVER;
  if (s->jit && t->nmembers == 0)
    return;
  t->size = round_up (size, t->align);
  t->name = next;
  next += sprintf (next, "t%d_%d", s->id, s->ntypes) + 1;
  s->ntypes++;
}

void
type_print (FILE *f, const struct type *t)
{
  fprintf (f, "typedef %s", t->is_union ? "union" : "struct");
  if (t->is_packed)
    fputs (" __attribute__ ((packed))", f);
  fputs (" {", f);
  for (int i = 0; i < t->nmembers; i++)
    {
      const struct member *m = &t->members[i];
      fprintf (f, " %s m%d", m->type->name, i);
      if (m->count)
	fprintf (f, m->count > 0 ? "[%d]" : "[]", m->count);
      if (m->bits >= 0)
	fprintf (f, " : %d", m->bits);
      if (m->aligned)
	fprintf (f, " __attribute__ ((aligned (%d)))", m->aligned);
      fputs (";", f);
    }
  fputs (" }", f);
  if (t->aligned)
    fprintf (f, " __attribute__ ((aligned (%d)))", t->aligned);
  fprintf (f, " %s;\n", t->name);
}

/* ---- Signatures ---- */

/* For ms_abi gcc passes the address of a copy that is not always aligned.  */

static const struct type *
value_type (const struct signature *s, unsigned must, unsigned theme)
{
  const struct type *t;
  do
    t = (s->ntypes && percent (45) ? &s->types[pick (s->ntypes)]
	 : scalar (must | (s->jit ? JIT : 0), theme));
  while (s->ms && (t->is & (OVER | WIDE)));
  return t;
}

static int
random_count (void)
{
  unsigned n = pick (100);
  return n < 25 ? pick (4) : n < 70 ? 4 + pick (6) : n < 95 ? 10 + pick (7)
	 : 17 + pick (MOST_ARGS - 16);
}

/* GCC 12 reads an unnamed argument like that, which came in two general registers, by an
   aligned vector instruction from where va_start has put these, at a multiple of 8: C alone
   faults.  */
static bool
beyond_gcc_p (const struct type *t)
{
  return t->nmembers && t->size <= 16 && t->align >= 16;
}

void
signature_make (struct signature *s, int id, uint64_t seed)
{
  static const unsigned themes[] = { 0, 0, 0, INT, INT, SSE, SSE, VECTOR, X87 | INT,
				     INT | SSE };
  memset (s, 0, sizeof *s);
  state = seed * 0x2545f4914f6cdd1d;
  chance ();
  s->seed = seed;
  s->id = id;
  s->jit = seed % 10 == 3;
  unsigned theme = themes[pick (sizeof themes / sizeof *themes)];
  int room = 1600;
  for (int n = pick (MOST_TYPES); n > 0; n--)
    aggregate (s, theme, percent (50) ? 16 : percent (90) ? 64 : 256);
  if (percent (4) && s->ntypes < MOST_TYPES)
    {
      aggregate (s, theme, 4096);
      room = 10000;
    }
  s->nargs = random_count ();
  s->nnamed = MOST_ARGS + 1;
  if (!s->jit && percent (25) && s->nargs > 0)
    s->nnamed = 1 + pick (s->nargs);
  else
    s->ms = !s->jit && percent (5);
  for (int i = 0; i < s->nargs; i++)
    {
      do
	s->args[i] = value_type (s, i >= s->nnamed ? UNNAMED : 0, theme);
      while (i >= s->nnamed && beyond_gcc_p (s->args[i]));
      room -= round_up (s->args[i]->size, s->args[i]->align > 8 ? s->args[i]->align : 8);
      if (room < 0)
	s->nargs = i;
    }
  if (s->nnamed > s->nargs)
    s->nnamed = MOST_ARGS + 1;
  if (percent (85))
    s->result = value_type (s, 0, theme);
}
