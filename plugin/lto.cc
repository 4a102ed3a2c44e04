/* lto.cc - goroutine code with -flto.

   The compiler proper (cc1, cc1plus) then does what belongs to the source and writes its
   trees into the object; lto1 reads all of them at the link and makes the code.  The halves
   of the plugin are divided the same way: the front half runs in cc1, the passes behind
   `optimized' and on RTL in lto1, where the plugin must be given, too.

     cc1		attributes, typed cgo_go, per-thread functions, C++ names (comdat.cc);
		every function gets the attribute below
     lto1 -fwpa	decides what is inlined and what is thrown away
     lto1 -fltrans	main and exported functions are renamed (rename.cc), checks, thunks

   What an object with -flto was compiled from decides what its functions are: those without
   the attribute were compiled without the plugin and are C, and goroutine code calls them
   by their thunks, also where no declaration says so.  Such calls are not inlined, nor is an
   exported function into C, which must come by the entry.

   The declarations of a function in several units become one, its definition's; the others'
   attributes are gone.  But each call keeps the type that its unit knew, with the attribute
   in it: from there it is put back, before the call is compiled.  What pragmas and the
   command line say is in no type: each object has it in lines of an asm of file scope,
   comments that lto1 reads as a list (list.cc).

   So do preempt=loops and =async: a function has it, by an attribute, if its source was
   compiled with it; given at the link it is for all.

   Everything is one partition, -flto-partition=one: thunks, entries and markers belong to
   a unit of assembly, and refer to its static functions.

   A link without the plugin would make code without checks.  So each object refers to a
   symbol that says so, from an asm of file scope, and that only the plugin defines, in what
   lto1 writes.

   -ffat-lto-objects: cc1 makes code as well.  It renames then when the trees are written.

   Debugging: gcc -flto -save-temps, and look at the .s of the link.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "target.h"
#include "cgo/abi.h"

/* With a space in it, so that no user can write it.  */
static const char goroutine_attribute[] = "cgo goroutine";

static const char polls_attribute[] = "cgo polls";
static const char async_attribute[] = "cgo async";

static const char link_symbol[]
  = "goroutine code with -flto: give -fplugin=cgoplug.so when linking, too";

bool
cgo_lto1_p (void)
{
  return !strcmp (lang_hooks.name, "GNU GIMPLE");
}

/* Of lto1: whether there is any.  */
static bool goroutine_code;

/* Whether this compiler only writes trees.  */

static bool
slim_p (void)
{
  return flag_lto && !cgo_lto1_p () && !flag_fat_lto_objects;
}

bool
cgo_lto_c_p (tree fndecl)
{
  if (!cgo_lto1_p ())
    return false;
  cgraph_node *node = cgraph_node::get (fndecl);
  return (node && node->definition && !cgo_has_attribute_p (fndecl, goroutine_attribute));
}

bool
cgo_lto_polls_p (tree fndecl)
{
  return cgo_options.loops || cgo_has_attribute_p (fndecl, polls_attribute);
}

bool
cgo_lto_async_p (tree fndecl)
{
  return cgo_options.async || cgo_has_attribute_p (fndecl, async_attribute);
}

/* ---- cc1 ---- */

static void
add_attribute (tree fndecl, const char *name)
{
  if (!cgo_has_attribute_p (fndecl, name))
    DECL_ATTRIBUTES (fndecl) = tree_cons (get_identifier (name), NULL_TREE,
					  DECL_ATTRIBUTES (fndecl));
}

/* C calls an exported function by the name it has now.  */

static void
prepare_function (cgraph_node *node)
{
  tree fndecl = node->decl;
  add_attribute (fndecl, goroutine_attribute);
  if (cgo_options.loops)
    add_attribute (fndecl, polls_attribute);
  if (cgo_options.async)
    add_attribute (fndecl, async_attribute);
  if (node->alias || node->thunk || !(cgo_exported_p (fndecl) || cgo_main_p (fndecl)))
    return;
  for (const char *name : { "no_icf", "noclone" })
    add_attribute (fndecl, name);
  TREE_USED (fndecl) = 1;
  DECL_PRESERVE_P (fndecl) = 1;
  node->mark_force_output ();
}

/* TEXT, to be freed, with a line for each function that a pragma or the command line makes
   C: where GCC's own functions come from is not known before RTL, and they are in
   libc.def.  */

static const char class_comment[] = "\n# cgo: ";

static char *
add_classes (char *text)
{
  cgraph_node *node;
  FOR_EACH_FUNCTION (node)
    {
      if (node->definition || !TREE_PUBLIC (node->decl))
	continue;
      const char *name = cgo_assembler_name (node->decl);
      struct cgo_class c = cgo_classify (name, node->decl, NULL_TREE);
      if (c.mode == CGO_GOROUTINE || !c.named)
	continue;
      char *longer = xasprintf ("%s%s%s %d %d ", text, class_comment, name, (int) c.mode,
				c.leaf);
      free (text);
      text = longer;
    }
  return text;
}

static void
read_classes (const char *text)
{
  while ((text = strstr (text, class_comment)))
    {
      struct cgo_class c = { CGO_DEFAULT, 0, false, false, "when compiled", true, false };
      text += strlen (class_comment);
      size_t n = strcspn (text, " ");
      char *name = xstrndup (text, n);
      int mode;
      if (sscanf (text + n, "%d %d", &mode, &c.leaf) != 2)
	gcc_unreachable ();
      c.mode = (enum cgo_mode) mode;
      cgo_list_add (name, &c);
      free (name);
    }
}

/* lto1 at a link with nothing but C has nothing to do.  */

static void
read_asms (void)
{
  for (asm_node *a = symtab->first_asm_symbol (); a; a = a->next)
    if (strstr (TREE_STRING_POINTER (a->asm_str), link_symbol))
      {
	goroutine_code = true;
	read_classes (TREE_STRING_POINTER (a->asm_str));
      }
}

/* PLUGIN_ALL_IPA_PASSES_START.  */

static void
prepare (void *, void *)
{
  cgraph_node *node;
  if (cgo_lto1_p ())
    read_asms ();
  if (!flag_lto || cgo_lto1_p () || seen_error ())
    return;
  FOR_EACH_DEFINED_FUNCTION (node)
    prepare_function (node);
  char *text = add_classes (cgo_target_link_reference (link_symbol));
  symtab->finalize_toplevel_asm (build_string (strlen (text), text));
  free (text);
}

static void (*old_lto_end) (void);

static void
lto_end (void)
{
  old_lto_end ();
  if (!cgo_lto1_p () && flag_fat_lto_objects)
    cgo_rename_all ();
}

/* ---- lto1 ---- */

static bool (*old_can_inline) (tree, tree);

static bool
can_inline (tree caller, tree callee)
{
  if (cgo_lto_c_p (callee) && !cgo_lto_c_p (caller))
    return false;
  if ((cgo_exported_p (callee) || cgo_main_p (callee)) && cgo_c_body_p (caller))
    return false;
  return old_can_inline (caller, callee);
}

void
cgo_lto_recall (gcall *call)
{
  struct cgo_class c;
  tree callee = gimple_call_fndecl (call);
  if (!cgo_lto1_p () || !callee || cgo_has_attribute_p (callee, goroutine_attribute)
      || cgo_attribute_class (callee, &c)
      || !cgo_attribute_class (gimple_call_fntype (call), &c))
    return;
  tree attributes = tree_cons (get_identifier ("cgo_call"), cgo_mode_args (&c),
			       TYPE_ATTRIBUTES (TREE_TYPE (callee)));
  TREE_TYPE (callee) = build_type_attribute_variant (TREE_TYPE (callee), attributes);
}

/* ---- Both ---- */

bool
cgo_lto_rename_p (void)
{
  return !flag_lto || cgo_lto1_p ();
}

bool
cgo_lto_print_p (FILE *f)
{
  if (cgo_lto1_p () ? !goroutine_code : slim_p ())
    return false;
  if (flag_lto || cgo_lto1_p ())
    cgo_target_link_symbol (f, link_symbol);
  return true;
}

void
cgo_lto_init (const char *plugin_name)
{
  register_callback (plugin_name, PLUGIN_ALL_IPA_PASSES_START, prepare, NULL);
  if (cgo_lto1_p ())
    flag_lto_partition = LTO_PARTITION_ONE;
  old_can_inline = targetm.target_option.can_inline_p;
  targetm.target_option.can_inline_p = can_inline;
  old_lto_end = targetm.asm_out.lto_end;
  targetm.asm_out.lto_end = lto_end;
}
