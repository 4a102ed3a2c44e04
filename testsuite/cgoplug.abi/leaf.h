/* leaf.h - what the files of leaf.c share: the probe, and a function for each kind of leaf.

   SPDX-License-Identifier: MIT  */

#ifndef LEAF_H
#define LEAF_H 1

#include "check.h"
#include <wchar.h>

#define COUNT(array) (sizeof (array) / sizeof (array)[0])

/* ---- leaf-probe_g.c ---- */

/* The registers of a call, and what is on the stack, four times.  */
struct registers
{
  long integer[5];
  long none;
  char vector[4][16];
  long double x87;
};

/* Calls FN with what is in `registers' on a painted stack; `most' is the most bytes that one
   call has touched, its return address included, since it was set to 0.  */
extern struct registers registers;
extern long most;
void call_registers (void *fn);
/* The same with these four in the integer registers, and nothing else.  */
void call (void *fn, long p, long q, long r, long s);
/* What FN's caller has used, in the middle of that call.  */
long touched (void);
/* Whether NAME is a word of LIST, which has a blank before and behind each.  */
int listed (const char *list, const char *name);
/* Numbers with a way of their own through a function.  */
extern const double doubles[26];
extern const int ints[9];

/* ---- leaf-string_g.c ---- */

extern char a[16384], b[4096];
extern wchar_t wa[8192], wb[4096];
/* Into B a string of N characters, and into A a longer one: of x's both if KIND is 0, else such
   that B almost stands in A again and again; and the same into WB and WA.  */
void fill (int n, int kind);
/* ONE with strings of lengths where such functions change their way, filled in anew.  */
void each_string (void *fn, const char *name,
		  void (*one) (void *fn, const char *name, int n, int kind));

/* ---- One a file: calls FN, which is NAME, in all its ways, and returns 1 if it knows how,
   else 0 ---- */

int leaf_memory (void *fn, const char *name);
int leaf_math (void *fn, const char *name);
int leaf_string (void *fn, const char *name);
int leaf_checked (void *fn, const char *name);
int leaf_other (void *fn, const char *name);
int leaf_libgcc (void *fn, const char *name);

#endif
