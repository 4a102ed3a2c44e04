/* implicit.cc - what became C without a word, and who wants to hear of it.

   A function that a system header declares, and of which nothing else is known, is C in
   the default mode.  That is right for most libraries, and wrong for one that is goroutine
   code and happens to be installed; and a better mode may be had for a word.

     -fplugin-arg-cgoplug-warn=implicit		says so, [-Wcgo-implicit]
     -fplugin-arg-cgoplug-system=ask		makes it an error

   Each function is told once a unit, at the first call or address in code.  What libc.def,
   a list, a pragma or an attribute names is not implicit, nor the rest of the C library
   (libc-names.def), nor what GCC calls by itself.

   GCC knows no options of plugins that begin with -W: it refuses -Wcgo-implicit before
   there is a plugin, but lets -Wno-cgo-implicit pass (messages.cc).

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"

static const char *const libc_names[] =
{
#include "libc-names.def"
};

static int
compare_names (const void *a, const void *b)
{
  return strcmp ((const char *) a, *(const char *const *) b);
}

static bool
libc_name_p (const char *asmname)
{
  return bsearch (asmname, libc_names, ARRAY_SIZE (libc_names), sizeof *libc_names,
		  compare_names);
}

/* The body of the function being compiled may come from another place, by inlining: the
   line is that of the call.  */

void
cgo_implicit (location_t loc, const char *asmname, tree decl, const struct cgo_class *c)
{
  static hash_set<nofree_string_hash> told;
  if (!c->implicit || !decl || !(cgo_options.ask || cgo_options.implicit)
      || libc_name_p (asmname) || told.add (ggc_strdup (asmname)))
    return;
  const char *name = lang_hooks.decl_printable_name (decl, 1);
  cgo_report (loc, cgo_options.ask ? CGO_MSG_ASK : CGO_MSG_IMPLICIT, name);
}
