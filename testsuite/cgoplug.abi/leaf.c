/* Without true bounds in plugin/libc.def a leaf function of libc, libm or libgcc overruns the
   slack: each one there is called on a painted stack with many arguments, the very first
   call among them, and must stay within its bytes; so must the checking ones of
   -D_FORTIFY_SOURCE on their way to abort.  leaf-probe_g.c measures; the others know how each
   function is called, and a row that none of them knows is a failure, too.  Needs no
   goroutine.  LEAF_SHOW=1 prints what each one took.

   { dg-also "leaf-probe_g.c leaf-memory_g.c leaf-math_g.c leaf-string_g.c leaf-checked_g.c leaf-other_g.c leaf-libgcc_g.c" }
   { dg-procs "1" }
   { dg-nostress "nothing of the runtime is in it" }
   { dg-timeout 120 }
   { dg-link "-Wl,--no-as-needed -lm" }  */

#include "leaf.h"
#include <dlfcn.h>
#include <fenv.h>
#include <stdlib.h>
#include <string.h>

#define LEAF(name, bytes) { name, bytes },
#define OWN(name, other, bytes) { name, bytes },
#define NONBLOCKING(name)
#define BLOCKING(name)
#define PIN(name)
static const struct row { const char *name; int bytes; } rows[] = {
#include "../../plugin/libc.def"
};

/* The last takes any name that begins as libgcc's do.  */
static int (*const kinds[]) (void *fn, const char *name)
  = { leaf_memory, leaf_math, leaf_string, leaf_checked, leaf_other, leaf_libgcc };

static void *
find (const char *name)
{
  extern void __cpu_indicator_init (void);	/* in libgcc.a alone */
  return !strcmp (name, "__cpu_indicator_init") ? __cpu_indicator_init
	 : dlsym (RTLD_DEFAULT, name);
}

static void
measure (void *fn, const struct row *row)
{
  int known = 0;
  most = 0;
  for (unsigned i = 0; i < COUNT (kinds) && !known; i++)
    known = kinds[i] (fn, row->name);
  fesetenv (FE_DFL_ENV);
  if (!most)
    dprintf (2, "%s is not called here\n", row->name);
  if (getenv ("LEAF_SHOW"))
    dprintf (1, "%s %ld %d\n", row->name, most, row->bytes);
  if (most > row->bytes)
    dprintf (2, "%s takes %ld bytes of %d\n", row->name, most, row->bytes);
}

int
main (void)
{
  int checked = 0;
  for (unsigned i = 0; i < COUNT (rows); i++)
    {
      void *fn = find (rows[i].name);
      if (!fn)
	continue;
      measure (fn, &rows[i]);
      checked++;
    }
  CHECK (checked > 550);
  return 0;
}
