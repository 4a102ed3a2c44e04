/* Without cgo_call on a pointer's type, C that was found at run time (dlsym, a
   table) runs on a segment.  Typedefs, members, parameters, all modes.

   { dg-foreign "pointer_c.c" }  */

#include <cgo.h>
#include "check.h"
#include <dlfcn.h>

typedef int (*c_function) (int) CGO_CALL;
typedef int (*c_quick) (int) CGO_CALL_NONBLOCKING;
typedef long (*c_many) (long, long, long, long, long, long, long, long, long)
  CGO_CALL;

int hungry (int) CGO_CALL;
long hungry9 (long, long, long, long, long, long, long, long, long) CGO_CALL;

struct table { c_function f; c_quick g; c_many h; };

NOINLINE static int
call (const struct table *t, int x)
{
  return t->f (x) + t->g (x);
}

int
main (void)
{
  /* What dlsym gives is C itself, not a thunk.  */
  double (*cosine) (double) CGO_CALL;
  cosine = dlsym (RTLD_DEFAULT, "cos");
  struct table t = { hungry, hungry, hungry9 };
  int (*bare) (int) CGO_CALL_BLOCKING = hungry;
  HIDE (bare);
  for (int i = 0; i < 100; i++)
    {
      CHECK_EQ (call (&t, i), 2 * i + 2);
      CHECK_EQ (t.h (1, 2, 3, 4, 5, 6, 7, 8, i), 36 + i);
      CHECK_EQ (bare (i), i + 1);
    }
  CHECK (cosine != NULL);
  CHECK (cosine (0) == 1);
  return 0;
}
/* { dg-link "-Wl,--no-as-needed -lm" } */
