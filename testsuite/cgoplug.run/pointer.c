/* Without the rewriting of addresses, a pointer to a C function, called, runs C on
   a 4 KiB segment.  Pointers taken in code, in static initialisers, passed
   around, compared; to variadic functions too.

   { dg-output "one\ntwo 2\nthree 3 3.5\n" }
   { dg-foreign "pointer_c.c" }  */

#include <cgo.h>
#include "check.h"
#include <string.h>

/* C; 64 KiB of stack or SIGSEGV.  */
int hungry (int) CGO_CALL;
long hungry9 (long, long, long, long, long, long, long, long, long) CGO_CALL;

static int (*in_data) (const char *) = puts;
static int (*const table[]) (int) = { hungry, NULL, hungry };
static struct { const char *name; size_t (*len) (const char *); } ops[]
  = { { "strlen", strlen } };

NOINLINE static int
through (int (*fn) (int), int x)
{
  return fn (x);
}

int
main (void)
{
  int (*p) (const char *) = puts;
  int (*v) (const char *, ...) = printf;
  long (*h9) (long, long, long, long, long, long, long, long, long) = hungry9;
  HIDE (p);
  HIDE (v);
  HIDE (h9);
  for (int i = 0; i < 100; i++)
    {
      CHECK_EQ (through (hungry, i), i + 1);
      CHECK_EQ (table[2] (i), i + 1);
      CHECK_EQ (h9 (1, 2, 3, 4, 5, 6, 7, 8, i), 36 + i);
      CHECK_EQ (ops[0].len (ops[0].name), 6);
    }
  CHECK (p == in_data);
  p ("one");
  v ("two %d\n", 2);
  v ("three %d %g\n", 3, 3.5);
  fflush (stdout);
  return 0;
}
