/* rename.cc - main and exported functions get a second name.

   The public name F of a cgo_export function, its own or the one it is exported by
   (namespace.cc), belongs to its entry, which C may call on any thread (thunk.cc writes it).
   The body becomes the local symbol F.cgo; so does that of main.  Calls of F in this unit are
   goroutine code calling goroutine code and go to F.cgo; calls from other units go to F, which
   costs a compare.  The address of F is that of the entry wherever it is taken
   (pass-address.cc), for it may end up in C.

   When: PLUGIN_ALL_IPA_PASSES_START.  By then the front end has merged the
   last declaration into F (earlier, a redeclaration after the definition would
   find a static function and complain), and the early debug information has
   taken down F under its source name as an external function without a linkage
   name, so that backtraces and `break F' know it as F.  And no optimisation
   between functions has run yet, nor does any RTL hold a symbol: the visibility
   pass that follows sees a local function that is used from outside, which may
   be inlined but neither removed nor changed in its parameters.

   What F was in the source is kept in a declaration of the public entry.  It
   hangs on F as an attribute whose name, with a space in it, no user can
   write, together with F itself, because clones of F copy its attributes and
   are not renamed functions.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "cgo/abi.h"

static const char renamed_attribute[] = "cgo renamed";

/* The declaration of the entry that takes FNDECL's place.  */

static tree
make_public (tree fndecl)
{
  tree decl = build_fn_decl (IDENTIFIER_POINTER (DECL_NAME (fndecl)),
			     TREE_TYPE (fndecl));
  SET_DECL_ASSEMBLER_NAME (decl, DECL_ASSEMBLER_NAME (fndecl));
  DECL_SOURCE_LOCATION (decl) = DECL_SOURCE_LOCATION (fndecl);
  DECL_EXTERNAL (decl) = 1;
  TREE_PUBLIC (decl) = TREE_PUBLIC (fndecl);
  DECL_WEAK (decl) = DECL_WEAK (fndecl);
  DECL_VISIBILITY (decl) = DECL_VISIBILITY (fndecl);
  DECL_VISIBILITY_SPECIFIED (decl) = DECL_VISIBILITY_SPECIFIED (fndecl);
  DECL_ARTIFICIAL (decl) = 1;
  return decl;
}

tree
cgo_public_decl (tree fndecl)
{
  tree attr = lookup_attribute (renamed_attribute, DECL_ATTRIBUTES (fndecl));
  if (!attr || TREE_PURPOSE (TREE_VALUE (attr)) != fndecl)
    return NULL_TREE;
  return TREE_VALUE (TREE_VALUE (attr));
}

bool
cgo_renamed_p (tree fndecl, const char **public_name)
{
  tree decl = cgo_public_decl (fndecl);
  if (!decl)
    return false;
  *public_name = cgo_assembler_name (decl);
  return true;
}

/* An alias of NODE would be a second public name of the body.  */

static bool
aliased_p (cgraph_node *node, bool main)
{
  ipa_ref *ref;
  for (unsigned i = 0; node->iterate_direct_aliases (i, ref); i++)
    {
      tree alias = ref->referring->decl;
      if (!TREE_PUBLIC (alias))
	continue;
      if (main)
	cgo_report (DECL_SOURCE_LOCATION (alias), CGO_MSG_MAIN_ALIAS, alias);
      else
	cgo_report (DECL_SOURCE_LOCATION (alias), CGO_MSG_EXPORT_ALIAS, alias,
		    node->decl);
      return true;
    }
  return false;
}

/* Of FNDECL's body, without the suffix: as in the source.  In C++ that is no name for a symbol,
   and in lto1 nobody knows what language it was: there the entry's must do.  */

static const char *
body_name (tree fndecl)
{
  bool c = !cgo_lto1_p () && !c_dialect_cxx ();
  return IDENTIFIER_POINTER (c && cgo_export_name (fndecl) ? DECL_NAME (fndecl)
			     : DECL_ASSEMBLER_NAME (fndecl));
}

static void
rename (cgraph_node *node)
{
  tree fndecl = node->decl;
  if (cgo_lto1_p ())
    node->get_untransformed_body ();		/* by its old name */
  tree entry = make_public (fndecl);
  char *body = concat (body_name (fndecl), CGO_BODY_SUFFIX, NULL);

  DECL_ATTRIBUTES (fndecl)
    = tree_cons (get_identifier (renamed_attribute),
		 build_tree_list (fndecl, entry), DECL_ATTRIBUTES (fndecl));
  symtab->change_decl_assembler_name (fndecl, get_identifier (body));
  node->make_decl_local ();
  /* The entry, which GCC does not see, calls it.  */
  TREE_USED (fndecl) = 1;
  DECL_PRESERVE_P (fndecl) = 1;
  node->mark_force_output ();
  free (body);
}

/* NODE is a cgo_call function with a body: C that happens to stand in this unit.
   When it calls an exported function it calls back, through the entry as all C
   does.  */

static void
call_entries (cgraph_node *node)
{
  cgraph_edge *next;
  for (cgraph_edge *e = node->callees; e; e = next)
    {
      next = e->next_callee;
      tree entry = cgo_public_decl (e->callee->decl);
      if (!entry)
	continue;
      gimple_call_set_fndecl (e->call_stmt, entry);
      e->redirect_callee (cgraph_node::get_create (entry));
    }
}

void
cgo_rename_all (void)
{
  cgraph_node *node;
  FOR_EACH_DEFINED_FUNCTION (node)
    {
      tree fndecl = node->decl;
      if (node->alias || node->thunk || DECL_EXTERNAL (fndecl) || cgo_lto_c_p (fndecl))
	continue;
      bool main = cgo_main_p (fndecl);
      if ((main || cgo_exported_p (fndecl)) && !aliased_p (node, main))
	rename (node);
    }
  struct cgo_class c;
  if (cgo_lto1_p ())
    return;			/* there are no statements yet: pass-address.cc */
  FOR_EACH_FUNCTION_WITH_GIMPLE_BODY (node)
    if (cgo_attribute_class (node->decl, &c))
      call_entries (node);
}

static void
rename_all (void *, void *)
{
  if (seen_error ())
    return;
  if (!cgo_lto1_p ())
    cgo_name_exported ();
  if (cgo_lto_rename_p ())
    cgo_rename_all ();
}

void
cgo_rename_init (const char *plugin_name)
{
  register_callback (plugin_name, PLUGIN_ALL_IPA_PASSES_START, rename_all,
		     NULL);
}
