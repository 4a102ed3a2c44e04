/* Without no-PLT calls the first call of each library function goes through the
   dynamic linker on the goroutine's stack: 3.2 KB below any check, and r10 and
   r11 lost.  Linked with -z lazy, functions are called for the first time from
   each depth of a segment, whose end is guarded.  lazy-paint.c has the paint.

   { dg-options "-Wl,-z,lazy" }
   { dg-env "CGODEBUG=guardpage=1" }
   { dg-link "-lm" }  */

#include <cgo.h>
#include "check.h"
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

static volatile double d = .5;
static volatile long l;

NOINLINE static void
first_call (int which)
{
  switch (which)
    {
    case 0: d += tgamma (2.5); break;
    case 1: l += atol ("12"); break;
    case 2: l += strcasecmp ("a", "A"); break;
    case 3: d += fmod (d, 2); break;
    case 4: l += time (NULL) != 0; break;
    case 5: l += strtol ("7", NULL, 10); break;
    case 6: d += pow (d, 2.5); break;
    case 7: free (malloc (100)); break;
    case 8: l += random (); break;
    case 9: l += toupper ('x'); break;
    }
}

/* What is left of a segment differs at each level, and so does the call.  */
NOINLINE static void
at (int depth, int which)
{
  volatile char room[120];
  room[0] = which;
  if (depth > 0)
    at (depth - 1, which);
  else
    first_call (which);
  CHECK_EQ (room[0], which);
}

int
main (void)
{
  for (int i = 0; i < 10; i++)
    at (i * 3, i);
  for (int i = 0; i < 60; i++)
    at (i, i % 10);
  return 0;
}
