/* census.h - the goroutines there are: census.c.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_CENSUS_H
#define CGO_CENSUS_H 1

#include "sched/proc.h"

#pragma GCC visibility push(hidden)

/* In the order of their numbers.  With each goes a word for who looks at them all, 0 at the
   beginning.  */
struct cgo__census
{
  int64_t when;			/* it was taken */
  size_t n, room;
  struct cgo__g **g;
  uint32_t *mark;
};

/* Takes one; N is 0 where there is no memory.  */
void cgo__census_take (struct cgo__census *);
void cgo__census_drop (struct cgo__census *);

/* The place of the goroutine whose number has the low BITS bits LOW, N if there is none.  Of
   several the one with the lowest number.  */
size_t cgo__census_find (const struct cgo__census *, uint64_t low, unsigned bits);

/* Whether G is to be in reports: the goroutine that a foreign thread keeps for its callbacks is
   not, outside of them.  */
bool cgo__census_counts (struct cgo__g *);

#pragma GCC visibility pop
#endif
