/* program.h - a program or library as `cgo vet' sees it: the plugin's records (cgo/vet.h),
   put together with the symbols.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_PROGRAM_H
#define CGO_PROGRAM_H 1

#include "cgo.h"

#include <stdint.h>

struct function;

struct symbol
{
  const char *name;
  uint64_t address, size;
  bool global, defined, function;
  bool hidden;			/* was global until it was linked */
  bool code;			/* stands in a section of code */
  bool guarded;			/* begins with a check of -fsplit-stack's kind */
};

struct call
{
  int how;			/* CGO_VET_POINTER ... , CGO_VET_TAIL and so on */
  int bytes;			/* of CGO_VET_LEAF, CGO_VET_OWN */
  uint64_t address;		/* CGO_VET_ADDRESS */
  const char *name;		/* null if it is through a pointer */
  struct function *to;		/* its record, or null */
  const struct symbol *symbol;	/* its symbol, or null */
};

struct function
{
  const char *name;		/* the source's */
  uint64_t address;
  int flags;			/* CGO_VET_MAIN ... */
  bool started;			/* by cgo_go */
  unsigned frame;
  const char *why;
  const char *public_name;	/* or null */
  struct call *calls;
  size_t ncalls;

  /* depth.c: bytes, return address included; or -1, and what there is no bound of.  */
  long depth;
  const char *unbounded;	/* "recursion in", ... */
  const char *where;		/* the name that goes with it */
  struct function *next;	/* on the deepest path, or null */
  const char *last;		/* a leaf of C at its end, or null */
  int last_bytes;
  int index, low;		/* of the search for cycles */
  bool open;
};

struct program
{
  const char *file;
  struct function *functions;	/* by address */
  size_t nfunctions;
  struct symbol *symbols;	/* by name, */
  size_t nsymbols;
  struct symbol **places;	/* those of code by address */
  size_t nplaces;
  int abi;			/* of the plugin that compiled it; 0: none, */
  int other_abi;		/* and a second one that differs, or 0 */
  bool dynamic, now, plt;	/* is dynamic; binds at start; has something to bind */
};

/* Reads FILE; exits with a message if it is none that can be read.  */
void cgo_program_read (struct program *, const char *file);
/* The best symbol called NAME, or null.  */
const struct symbol *cgo_program_symbol (const struct program *, const char *name);
/* The record of the function at ADDRESS, or null.  */
struct function *cgo_program_at (const struct program *, uint64_t address);
/* Whether S is part of a function of goroutine code, which has a record, or the entry of
   one.  */
bool cgo_recorded_p (const struct program *, const struct symbol *s);
/* Whether the plugin told the linker that S is goroutine code, and there is no record.  */
bool cgo_unrecorded_p (const struct program *, const struct symbol *s);

/* ---- depth.c ---- */

/* How deep each function may go.  */
void cgo_program_depths (struct program *);

/* ---- tables.c: with all rows if ALL ---- */

void cgo_print_functions (const struct program *, bool all);
void cgo_print_calls (const struct program *, bool all);
void cgo_print_depths (const struct program *, bool all);
void cgo_print_others (const struct program *, bool all);
/* Whether NAME is none of the user's functions.  */
bool cgo_artificial_p (const char *name);

#endif
