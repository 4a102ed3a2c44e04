/* declaration.cc - what is looked at in each declaration and each body, while the
   front end still has the user's words.

   A handler of attribute.cc sees one attribute at a time.  Whether they go together
   (C that is exported, two modes) shows only when the front end has merged a
   declaration with those before it.  GCC tells of three moments:

     PLUGIN_FINISH_DECL		  a declaration without a body is complete
     PLUGIN_PRE_GENERICIZE	  a function has its body; not for nested ones
     PLUGIN_FINISH_PARSE_FUNCTION  the same, also for C's nested functions, which
				  is what it is used for, and for C++ templates

   After a conflict was reported one of the two attributes is taken away, so that
   the next declaration of the function says nothing more.

   What the declaration of a function makes of it (main, exported, without a check) is
   asked here too.

   Debugging: break on check_function, then `call debug_tree (fndecl)'.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"

/* ---- What a function is ---- */

bool
cgo_has_attribute_p (tree fndecl, const char *name)
{
  return lookup_attribute (name, DECL_ATTRIBUTES (fndecl)) != NULL_TREE;
}

/* An asm label begins with a star, which says: the name as it is.  */

const char *
cgo_assembler_name (tree fndecl)
{
  const char *name = IDENTIFIER_POINTER (DECL_ASSEMBLER_NAME (fndecl));
  return name + (*name == '*');
}

bool
cgo_main_p (tree fndecl)
{
  return (DECL_NAME (fndecl) && MAIN_NAME_P (DECL_NAME (fndecl))
	  && DECL_FILE_SCOPE_P (fndecl) && TREE_PUBLIC (fndecl));
}

bool
cgo_exported_p (tree fndecl)
{
  return cgo_has_attribute_p (fndecl, "cgo_export") && !cgo_main_p (fndecl);
}

/* A resolver runs while the program is being relocated, on the stack of the thread that
   does it, maybe before there are thread-local variables.  */

bool
cgo_resolver_p (tree fndecl)
{
  cgraph_node *node = cgraph_node::get (fndecl);
  ipa_ref *ref;
  if (!node)
    return false;
  for (unsigned i = 0; node->iterate_direct_aliases (i, ref); i++)
    if (cgraph_node *alias = dyn_cast <cgraph_node *> (ref->referring))
      if (alias->ifunc_resolver || cgo_has_attribute_p (alias->decl, "ifunc"))
	return true;
  return false;
}

bool
cgo_c_body_p (tree fndecl)
{
  struct cgo_class c;
  return (cgo_attribute_class (fndecl, &c) || cgo_resolver_p (fndecl)
	  || cgo_lto_c_p (fndecl));
}

bool
cgo_nosplit_p (tree fndecl)
{
  static const char *const names[] =
    { "cgo_nosplit", "no_split_stack", "naked", "ifunc", "interrupt",
      "no_caller_saved_registers" };
  for (const char *name : names)
    if (cgo_has_attribute_p (fndecl, name)
	|| lookup_attribute (name, TYPE_ATTRIBUTES (TREE_TYPE (fndecl))))
      return true;
  return cgo_c_body_p (fndecl);
}

/* ---- What attributes do not say to each other ---- */

/* Takes the attribute away, so that what is wrong is said once.  */

static void
drop_attribute (tree fndecl, const char *name)
{
  DECL_ATTRIBUTES (fndecl)
    = remove_attribute (name, DECL_ATTRIBUTES (fndecl));
}

static void
check_export_names (tree fndecl)
{
  const char *first, *second;
  if (!cgo_export_names (fndecl, &first, &second))
    return;
  cgo_report (DECL_SOURCE_LOCATION (fndecl), CGO_MSG_EXPORT_NAMES, fndecl, second, first);
  drop_attribute (fndecl, "cgo_export");
}

static void
check_export (tree fndecl)
{
  location_t loc = DECL_SOURCE_LOCATION (fndecl);
  struct cgo_class c;
  enum cgo_message wrong = CGO_MSG_COUNT;
  if (DECL_NAME (fndecl) && MAIN_NAME_P (DECL_NAME (fndecl))
      && DECL_FILE_SCOPE_P (fndecl))
    wrong = CGO_MSG_EXPORT_MAIN;
  else if (stdarg_p (TREE_TYPE (fndecl)))
    wrong = CGO_MSG_EXPORT_VARIADIC;
  else if (decl_function_context (fndecl) && DECL_INITIAL (fndecl))
    wrong = CGO_MSG_EXPORT_NESTED;
  else if (DECL_DECLARED_INLINE_P (fndecl) && TREE_PUBLIC (fndecl))
    wrong = CGO_MSG_EXPORT_INLINE;
  else if (cgo_attribute_class (fndecl, &c))
    wrong = CGO_MSG_CALL_AND_EXPORT;
  else if (cgo_export_name (fndecl) && !TREE_PUBLIC (fndecl))
    wrong = CGO_MSG_EXPORT_STATIC;
  else
    {
      check_export_names (fndecl);
      return;
    }
  cgo_report (loc, wrong, fndecl);
  drop_attribute (fndecl, "cgo_export");
}

/* FNDECL as it stands after a declaration or a definition was merged into
   it.  */

static void
check_function (tree fndecl)
{
  if (cgo_has_attribute_p (fndecl, "cgo_export"))
    check_export (fndecl);
  struct cgo_class c;
  if (!cgo_attribute_class (fndecl, &c))
    return;
  cgo_attribute_merged (fndecl);
  if (cgo_has_attribute_p (fndecl, "cgo_split"))
    {
      cgo_report (DECL_SOURCE_LOCATION (fndecl), CGO_MSG_CALL_AND_SPLIT,
		  fndecl);
      drop_attribute (fndecl, "cgo_split");
    }
  if (cgo_main_p (fndecl) && DECL_INITIAL (fndecl))
    cgo_report (DECL_SOURCE_LOCATION (fndecl), CGO_MSG_CALL_MAIN);
}

/* PLUGIN_FINISH_DECL: every declaration, functions and all.  */

static void
finish_decl (void *event, void *)
{
  tree decl = (tree) event;
  if (decl)
    cgo_translate_decl (decl);
  if (!decl || TREE_CODE (decl) != FUNCTION_DECL
      || TREE_TYPE (decl) == error_mark_node)
    return;
  check_function (decl);
  cgo_namespace_decl (decl);
  cgo_pragma_decl (decl);
  cgo_const_decl (decl);
  cgo_go_decl (decl);
  cgo_dump_decl (decl);
}

/* Lists of the command line and declarations, of which the latter hold.
   PLUGIN_ALL_IPA_PASSES_START: before, an assembler name in C++ could be made too early.  */

static void
check_lists (void *, void *)
{
  cgraph_node *node;
  struct cgo_class c, listed;
  FOR_EACH_FUNCTION (node)
    if (!cgo_lto1_p () && cgo_attribute_class (node->decl, &c)
	&& cgo_list_name (cgo_assembler_name (node->decl), &listed)
	&& (c.mode != listed.mode || c.leaf != listed.leaf))
      cgo_report (DECL_SOURCE_LOCATION (node->decl), CGO_MSG_CALL_LISTED, node->decl,
		  cgo_mode_name (c.mode), listed.why, cgo_mode_name (listed.mode));
}

/* ---- Bodies ---- */

/* FNDECL has its body.  If it is cgo_call the body is C that happens to stand
   here: it must not be inlined into goroutine code, nor its registers be counted
   on, for the call goes through a thunk.  */

static void
finish_body (tree fndecl)
{
  check_function (fndecl);
  struct cgo_class c;
  if (!cgo_attribute_class (fndecl, &c))
    {
      cgo_namespace_body (fndecl);
      cgo_pragma_body (fndecl);
      cgo_check_calls (fndecl);
      cgo_translate_body (fndecl);
      return;
    }
  cgo_translate_body (fndecl);
  DECL_UNINLINABLE (fndecl) = 1;
  for (const char *name : { "no_icf", "noclone", "noinline", "noipa" })
    if (!cgo_has_attribute_p (fndecl, name))
      DECL_ATTRIBUTES (fndecl) = tree_cons (get_identifier (name), NULL_TREE,
					    DECL_ATTRIBUTES (fndecl));
}

/* PLUGIN_PRE_GENERICIZE comes for every function but C's nested ones.  */

static void
pre_genericize (void *event, void *)
{
  finish_body ((tree) event);
}

/* PLUGIN_FINISH_PARSE_FUNCTION comes for these, and in C++ for templates.  */

static void
finish_parse (void *event, void *)
{
  tree fndecl = (tree) event;
  if (fndecl && !c_dialect_cxx () && decl_function_context (fndecl))
    finish_body (fndecl);
}

void
cgo_register_tree_callbacks (const char *plugin_name)
{
  register_callback (plugin_name, PLUGIN_FINISH_DECL, finish_decl, NULL);
  register_callback (plugin_name, PLUGIN_ALL_IPA_PASSES_START, check_lists, NULL);
  register_callback (plugin_name, PLUGIN_PRE_GENERICIZE, pre_genericize, NULL);
  register_callback (plugin_name, PLUGIN_FINISH_PARSE_FUNCTION, finish_parse,
		     NULL);
  cgo_pragma_init (plugin_name);
  cgo_go_init (plugin_name);
  cgo_rename_init (plugin_name);
  cgo_lto_init (plugin_name);
  cgo_comdat_init (plugin_name);
  cgo_address_init (plugin_name);
}
