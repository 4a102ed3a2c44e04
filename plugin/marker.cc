/* marker.cc - symbols by which the linker finds calls to code that is neither goroutine
   code nor said to be C.

   Goroutine code with external linkage defines a marker symbol beside its own; who calls
   a function of another unit that is taken for goroutine code, or takes its address,
   refers to it.  The markers are named after the function and the cure, since a linker's
   `undefined reference to' is all that a user sees of them.

     calls, addresses in code	  inside the function, at its end, so that the linker
				  names it (pass-check.cc prints them there)
     addresses in static data	  section .cgo.address
     definitions		  section .cgo.code, one byte: away from the code, lest a
				  debugger take them for functions

   A weak function that is declared only may be missing, and its marker with it, which
   says nothing then: that such a one is goroutine code must be said.

   Not found is a weak definition of goroutine code that a library replaces by C.

   Debugging: gcc -S, and look for `: compile it with'.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "target.h"
#include "cgo/abi.h"

struct marker
{
  const char *name;
  bool weak;
};

static auto_vec<marker> defined, needed, needed_by_data;

static void
add_marker (vec<marker> &list, const char *asmname, bool weak)
{
  char *name = concat (asmname, CGO_CODE_SUFFIX, NULL);
  for (marker &m : list)
    if (!strcmp (m.name, name))
      {
	m.weak &= weak;
	free (name);
	return;
      }
  marker m = { name, weak };
  list.safe_push (m);
}

/* ---- Definitions ---- */

static void
define (tree fndecl)
{
  if (TREE_PUBLIC (fndecl))
    add_marker (defined, cgo_assembler_name (fndecl),
		DECL_WEAK (fndecl) || DECL_ONE_ONLY (fndecl));
}

/* An alias that says itself that it is C is none.  */

static void
define_aliases (cgraph_node *node)
{
  ipa_ref *ref;
  struct cgo_class c;
  for (unsigned i = 0; node->iterate_direct_aliases (i, ref); i++)
    if (cgraph_node *alias = dyn_cast <cgraph_node *> (ref->referring))
      {
	if (!cgo_attribute_class (alias->decl, &c))
	  define (alias->decl);
	define_aliases (alias);
      }
}

void
cgo_marker_defined (tree fndecl)
{
  tree public_decl = cgo_public_decl (fndecl);
  define (public_decl ? public_decl : fndecl);
  if (cgraph_node *node = cgraph_node::get (fndecl))
    define_aliases (node);
}

/* ---- References ---- */

/* Whether CALLEE is taken for goroutine code without anything to show for it; *NAME is
   what it is called at last.  */

static bool
unproven_p (tree callee, const struct cgo_class *c, const char **name)
{
  if (!callee || c->mode != CGO_GOROUTINE || c->marked)
    return false;
  *name = cgo_assembler_name (callee);
  callee = cgo_alias_target (callee, name);
  if (lookup_attribute ("weakref", DECL_ATTRIBUTES (callee)))
    return true;
  if (!TREE_PUBLIC (callee))
    return false;
  cgraph_node *node = cgraph_node::get (callee);
  return !node || !node->definition || DECL_EXTERNAL (callee);
}

void
cgo_marker_needed (location_t loc, tree callee, const struct cgo_class *c)
{
  const char *name;
  if (!unproven_p (callee, c, &name))
    return;
  if (DECL_WEAK (callee))
    cgo_report (loc, CGO_MSG_WEAK, callee);
  else
    add_marker (needed, name, false);
}

void
cgo_marker_data (tree callee, const struct cgo_class *c)
{
  const char *name;
  if (unproven_p (callee, c, &name) && !DECL_WEAK (callee))
    add_marker (needed_by_data, name, false);
}

/* ---- Printing ---- */

void
cgo_markers_flush (FILE *f)
{
  for (const marker &m : needed)
    cgo_target_reference (f, m.name);
  needed.truncate (0);
}

void
cgo_markers_finish (FILE *f)
{
  if (!needed_by_data.is_empty ())
    fputs ("\t.section\t.cgo.address,\"a\",@progbits\n", f);
  for (const marker &m : needed_by_data)
    cgo_target_data_reference (f, m.name);

  if (defined.is_empty ())
    return;
  fputs ("\t.section\t.cgo.code,\"a\",@progbits\n", f);
  for (const marker &m : defined)
    fprintf (f, "\t.%s\t\"%s\"\n\t.type\t\"%s\", @object\n\"%s\":\n"
	     "\t.size\t\"%s\", 1\n", m.weak ? "weak" : "globl", m.name, m.name,
	     m.name, m.name);
  fputs ("\t.byte\t0\n", f);
}
