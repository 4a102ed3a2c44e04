/* Functions without a check, alone and in trees: each takes no more stack than the plugin
   reckoned, which its report says, and what it calls by a thunk or with a check of its own no
   more than the slack has for these.  Without the reckoning a tree overruns the slack, or
   every small function has a check.

   { dg-options "-fplugin-arg-cgoplug-report=depths.report" }
   { dg-levels "-O1 -O2 -O3 -Os" }
   { dg-env "CGODEBUG=segment=65536" }
   { dg-nostress "what is painted would be another segment" }
   { dg-nochaos "likewise" }  */

#include <cgo.h>
#include <cgo/abi.h>
#include <stdlib.h>
#include <string.h>
#include "check.h"

enum { ROOM = CGO_SLACK - CGO_SMALL_FRAME - CGO_ELIDED, PAINT = 4096 };

NOINLINE int leaf (int n);
NOINLINE int arrays (int n);
NOINLINE int tree (int n);
NOINLINE int deep_tree (int n);
NOINLINE int by_thunk (int n);
NOINLINE int to_checked (int n);

int leaf (int n) { return n * 3; }

int
arrays (int n)
{
  volatile char room[100];
  room[n] = n;
  return leaf (n) + room[n];
}

int
tree (int n)
{
  volatile char room[120];
  room[n] = 1;
  return arrays (n) + arrays (n + 1) + room[n];
}

int
deep_tree (int n)
{
  volatile char room[60];
  room[n] = 1;
  return tree (n) + tree (n + 1) + room[n];
}

int
by_thunk (int n)
{
  volatile char room[300];
  room[n] = abs (n) + (getenv ("PATH") == NULL) + (strdup ("x") == NULL);
  return room[n] + leaf (n);
}

NOINLINE static int
checked (int n)
{
  volatile char room[2000];
  room[n] = n;
  return room[n];
}

int
to_checked (int n)
{
  volatile char room[200];
  room[n] = 1;
  return checked (n) + room[n];
}

/* What the report says last of NAME: bytes without a check, or -1.  */
static int
reckoned (const char *name)
{
  char line[400], wanted[100];
  int need = -1;
  FILE *f = fopen ("depths.report", "r");
  CHECK (f != NULL);
  snprintf (wanted, sizeof wanted, ": %s: frame ", name);
  while (fgets (line, sizeof line, f))
    if (strstr (line, wanted))
      {
	char *text = strstr (line, "no check: needs ");
	need = text ? atoi (text + strlen ("no check: needs ")) : -1;
      }
  fclose (f);
  return need;
}

/* Bytes that FN takes below the place where it is called; there are PAINT below.  */
NOINLINE static long
taken (int (*fn) (int))
{
  char *sp, *p;
  __asm__ volatile ("movq %%rsp, %0\n"
		    "	movq %1, %%rcx\n"
		    "1:	movb $0x5a, (%%rsp,%%rcx)\n"
		    "	incq %%rcx\n"
		    "	jnz 1b\n" : "=&r" (sp) : "i" (-PAINT) : "rcx", "memory");
  fn (5);
  for (p = sp - PAINT; p < sp && *p == 0x5a; p++)
    ;
  return sp - p;
}

#define TRY(fn, more)							\
  do									\
    {									\
      long need = reckoned (#fn), used = taken (fn);			\
      if (need < 0 || used > need + (more) || used < need / 2)		\
	{								\
	  dprintf (2, #fn " takes %ld bytes, %ld reckoned\n", used, need); \
	  _exit (1);							\
	}								\
    }									\
  while (0)

static void
all (cgo_wg *wg)
{
  taken (leaf);
  TRY (leaf, 0);
  TRY (arrays, 0);
  TRY (tree, 0);
  TRY (deep_tree, 0);
  by_thunk (1);
  TRY (by_thunk, ROOM);
  TRY (to_checked, ROOM + 2100);
  CHECK_EQ (reckoned ("checked"), -1);
  cgo_wg_done (wg);
}

int
main (void)
{
  cgo_wg wg = CGO_WG_INIT;
  cgo_wg_add (&wg, 1);
  CHECK (cgo_go (all, &wg) == 0);
  cgo_wg_wait (&wg);
  return 0;
}
