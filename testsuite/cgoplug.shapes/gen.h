/* gen.h - the generator of random signatures: what gen-type.c and gen-emit.c share.

   A signature is all that its seed says, types included, so that it can be made again
   alone.  Sizes are only estimated, as what bit-fields take is the compiler's business;
   they keep signatures small and choose routes.

   SPDX-License-Identifier: MIT  */

#ifndef GEN_H
#define GEN_H 1

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#define MOST_ARGS 24
#define MOST_TYPES 6
#define MOST_MEMBERS 10

/* What a type is good for.  */
enum
{
  UNNAMED = 1,			/* not changed by the default promotions */
  JIT = 2,			/* libgccjit can say it */
  WIDE = 4,			/* holds a vector above 16 bytes: cgo_go takes none */
  INT = 8,			/* themes, see gen-type.c */
  SSE = 16,
  X87 = 32,
  VECTOR = 64,
  FIELD = 128,			/* may be a bit-field */
  BITS = 256,			/* has bit-fields: the size is an upper bound */
  OVER = 512			/* aligned to more than 16 */
};

struct type
{
  const char *name;
  const char *jit;		/* jit.c's name of a scalar; null if it has none */
  char fill;			/* kind of leaf, shapes.h; 'a' for aggregates */
  int size, align;
  unsigned is;
  /* Aggregates.  */
  bool is_union, is_packed;
  int aligned;			/* 0, or of an attribute */
  int nmembers;
  struct member
  {
    const struct type *type;
    int count;			/* 0, elements of an array, -1 for a flexible one */
    int bits;			/* -1, or the width of a bit-field */
    int aligned;
  } members[MOST_MEMBERS];
};

struct signature
{
  uint64_t seed;
  int id;
  bool jit;			/* its callee is made by libgccjit */
  bool ms;			/* ms_abi */
  int nnamed;			/* MOST_ARGS + 1 unless it is variadic */
  int nargs, ntypes;
  const struct type *args[MOST_ARGS];
  const struct type *result;	/* null: void */
  struct type types[MOST_TYPES];
};

/* ---- gen-type.c ---- */

unsigned pick (unsigned n);	/* 0 to n - 1 */
void signature_make (struct signature *, int id, uint64_t seed);
void type_print (FILE *, const struct type *);
static inline bool
variadic_p (const struct signature *s)
{
  return s->nnamed <= s->nargs;
}

/* ---- gen.c ---- */

extern struct signature all[];
extern int count;
extern bool use_jit;
void close_file (FILE *);

/* ---- gen-text.c ---- */

#define ROUTE(name, text) name,
enum
{
#include "routes.def"
};

/* Whether ROUTE makes sense for the signature.  */
bool can (const struct signature *, int route);
bool register_result_p (const struct signature *);
const char *result_name (const struct signature *);
const char *convention (const struct signature *);
/* `int a0, t3_1 a1, ...'; without names if not NAMED.  */
void prototype (FILE *, const struct signature *, const char *name, bool named);
void arguments (FILE *, const struct signature *);
void body (FILE *, const struct signature *, const char *first, const char *last);
void route (FILE *, const struct signature *, const char *name, const char *callee);
void route_pointer (FILE *, const struct signature *, const char *name, const char *place,
		    const char *attribute);

/* ---- gen-c.c, gen-go.c: a file each ---- */

void types_header (FILE *);
void types_unit (FILE *);
void callees_unit (FILE *);
void jit_unit (FILE *);
void routes_unit (FILE *);

#endif
