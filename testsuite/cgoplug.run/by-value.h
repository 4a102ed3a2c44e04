/* by-value.h - what by-value.c and its C half both see.

   SPDX-License-Identifier: MIT  */

#include <cgo/attr.h>
#include <string.h>

struct page { char c[4096]; };
struct aligned { char c[512]; } __attribute__ ((aligned (256)));
struct odd { char c[4095]; };

#define PARMS struct page a, int x, struct aligned b, struct odd c, long y
typedef long by_value (PARMS);

/* What they add up to, -1 if B is not where it ought to be.  */
static inline long
add (const struct page *a, int x, const struct aligned *b, const struct odd *c, long y)
{
  long r = x + y, where = (long) b;
  __asm__ ("" : "+r" (where));
  for (unsigned i = 0; i < sizeof *a; i++)
    r += a->c[i];
  for (unsigned i = 0; i < sizeof *b; i++)
    r += b->c[i];
  for (unsigned i = 0; i < sizeof *c; i++)
    r += c->c[i];
  return where & 255 ? -1 : r;
}

/* Defines A, B and C, of which SUM is the sum with 10 and 20.  */
#define VALUES								\
  struct page a;							\
  struct aligned b;							\
  struct odd c;								\
  memset (&a, 1, sizeof a);						\
  memset (&b, 2, sizeof b);						\
  memset (&c, 3, sizeof c)
#define SUM (4096 + 1024 + 3 * 4095 + 30)

long c_sum (PARMS) CGO_CALL;
long c_calls (by_value *fn) CGO_CALL;
