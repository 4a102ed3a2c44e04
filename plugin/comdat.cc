/* comdat.cc - inline functions of C++ that both goroutine code and C have.

   Of a function in a comdat group, an inline function or an instance of a template, the
   linker keeps one copy, whichever comes first; if that is one that was compiled without the
   plugin it has no stack check, and goroutine code would overrun its segment in it.  So
   such functions get another name and another group, by the suffix .cgo; the linker still
   keeps one of those.

   Variables keep their names: a static variable in an inline function is one, and so is a
   virtual table.  Which functions a table has is then up to the linker: from goroutine code
   a call through it looks at what it finds (runtime/sched/icall.c), and C calls either.
   An explicit instance of a template keeps its name, too, as other units refer to
   it.

   The address of such a function differs between goroutine code and C.

   When: with main and exported functions (rename.cc).  Debugging: nm -C, `[clone .cgo]'.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "cgo/abi.h"

static tree
suffixed (tree name)
{
  char *text = concat (IDENTIFIER_POINTER (name), CGO_BODY_SUFFIX, NULL);
  tree id = get_identifier (text);
  free (text);
  return id;
}

static bool
ours_p (symtab_node *node)
{
  return (TREE_CODE (node->decl) == FUNCTION_DECL && node->definition
	  && TREE_PUBLIC (node->decl) && DECL_COMDAT (node->decl)
	  && !DECL_EXTERNAL (node->decl) && !cgo_c_body_p (node->decl));
}

/* All that is in NODE's group moves with it, or nothing does: a thunk or the other name of a
   constructor.  */

static bool
group_p (symtab_node *node)
{
  if (!ours_p (node) || !node->get_comdat_group ())
    return false;
  for (symtab_node *n = node->same_comdat_group; n && n != node; n = n->same_comdat_group)
    if (!ours_p (n))
      return false;
  return true;
}

static void
rename_comdats (void *, void *)
{
  auto_vec<symtab_node *> found;
  symtab_node *node;
  if (seen_error () || cgo_lto1_p () || !c_dialect_cxx ())
    return;
  FOR_EACH_SYMBOL (node)
    if (group_p (node))
      found.safe_push (node);
  for (symtab_node *n : found)
    {
      tree name = DECL_ASSEMBLER_NAME (n->decl);
      symtab->change_decl_assembler_name (n->decl, suffixed (name));
      n->set_comdat_group (suffixed (n->get_comdat_group ()));
    }
}

void
cgo_comdat_init (const char *plugin_name)
{
  register_callback (plugin_name, PLUGIN_ALL_IPA_PASSES_START, rename_comdats, NULL);
}
