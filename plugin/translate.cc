/* translate.cc - what `cgo' must know of a file to translate it,
   -fplugin-arg-cgoplug-translate=FILE.

   The command of that name turns goroutine code into C for compilers that have no plugin
   (cgo/translate.c).  It changes the text; what the text means, GCC tells it here, in lines
   of words with tabs in between:

     v LINE COL FILE CALLEE ASM MODE FIXED RET ARG...
				a call of C without a fixed list of arguments
     g LINE COL FILE FIXED RET ARG...	a cgo_go; FIXED parameters, -1 if all are
     a LINE COL FILE FUNCTION		an address of an exported function of this file
     f NAME ASM MODE RET ARG...		C that is called or whose address is taken
     e NAME ASM LINKAGE RET ARG...	an exported function that has its body here
     t WORDS SIZE ALIGN [MEMBER OFFSET]...	a structure or vector among the types
     m					main has its body here
     d ASM, n ASM			goroutine code defined here, wanted here

   Types are those of translate-type.cc.  A place is that of the first token of the call,
   or of the address.  What cannot be translated is an error.

   What is in the unit is found while it is parsed (translate-body.cc); here it is told, at the
   end.  No code is made: cgo says -fsyntax-only.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "translate.h"

/* The types of FNTYPE, which has a prototype; null after an error.  */

static char *
prototype_types (tree fntype, location_t loc, tree name)
{
  auto_vec<tree> types;
  types.safe_push (TREE_TYPE (fntype));
  for (tree p = TYPE_ARG_TYPES (fntype); p && p != void_list_node; p = TREE_CHAIN (p))
    types.safe_push (TREE_VALUE (p));
  return cgo_translate_types (types, loc, name);
}

/* Builtins of which no call is left, or one of what is small.  */

static bool
inline_builtin_p (tree fndecl)
{
  const char *name = cgo_assembler_name (fndecl);
  return (fndecl_built_in_p (fndecl)
	  && (startswith (name, "__builtin_") || startswith (name, "__atomic_")
	      || startswith (name, "__sync_") || !strcmp (name, "alloca")));
}

/* How FNDECL is called if it is C that needs a stub.  */

static bool
needs_stub_p (tree fndecl, struct cgo_class *c)
{
  if (inline_builtin_p (fndecl) || fndecl_built_in_p (fndecl, BUILT_IN_MD))
    return false;
  *c = cgo_classify (cgo_assembler_name (fndecl), fndecl, TREE_TYPE (fndecl));
  /* The stub is what gives the identifier of CGO_C its symbol.  */
  if (c->mode == CGO_LEAF && cgo_c_name_p (fndecl))
    c->mode = CGO_NONBLOCKING;
  return c->mode != CGO_GOROUTINE && c->mode != CGO_LEAF;
}

/* What has no stub, for a reason that is told.  */

static bool
refuse (const cgo_mention *m)
{
  tree fndecl = m->fndecl;
  enum cgo_message wrong = CGO_MSG_COUNT;
  if (DECL_INITIAL (fndecl) && DECL_INITIAL (fndecl) != error_mark_node
      && !DECL_EXTERNAL (fndecl))
    wrong = CGO_MSG_TRANSLATE_BODY;
  else if (DECL_WEAK (fndecl) || lookup_attribute ("weakref", DECL_ATTRIBUTES (fndecl)))
    wrong = CGO_MSG_TRANSLATE_WEAK;
  else if (DECL_IS_UNDECLARED_BUILTIN (fndecl))
    wrong = CGO_MSG_TRANSLATE_BUILTIN;
  else if (m->address && (!prototype_p (TREE_TYPE (fndecl)) || stdarg_p (TREE_TYPE (fndecl))))
    wrong = CGO_MSG_TRANSLATE_ADDRESS;
  if (wrong == CGO_MSG_COUNT)
    return false;
  cgo_report (m->loc, wrong, fndecl);
  return true;
}

static void
put_foreign (const cgo_mention *m, const struct cgo_class *c)
{
  tree fntype = TREE_TYPE (m->fndecl);
  if (refuse (m) || m->twice || !prototype_p (fntype) || stdarg_p (fntype))
    return;
  char *types = prototype_types (fntype, m->loc, DECL_NAME (m->fndecl));
  if (types)
    fprintf (cgo_translate_out, "f\t%s\t%s\t%s%s\n", IDENTIFIER_POINTER (DECL_NAME (m->fndecl)),
	     cgo_assembler_name (m->fndecl), cgo_mode_name (c->mode), types);
  free (types);
}

static void
put_mention (const cgo_mention *m)
{
  struct cgo_class c;
  tree fndecl = m->fndecl;
  if (flags_from_decl_or_type (fndecl) & ECF_RETURNS_TWICE)
    cgo_report (m->loc, CGO_MSG_TRANSLATE_TWICE, fndecl);
  else if (needs_stub_p (fndecl, &c))
    put_foreign (m, &c);
  else if (DECL_INITIAL (fndecl) && !DECL_EXTERNAL (fndecl))
    {
      if (m->address && cgo_exported_p (fndecl))
	{
	  cgo_translate_place ('a', m->loc);
	  fprintf (cgo_translate_out, "\t%s\n", IDENTIFIER_POINTER (DECL_NAME (fndecl)));
	}
    }
  else if (!m->twice && TREE_PUBLIC (fndecl) && !fndecl_built_in_p (fndecl)
	   && !DECL_IS_UNDECLARED_BUILTIN (fndecl))
    {
      c = cgo_classify (cgo_assembler_name (fndecl), fndecl, TREE_TYPE (fndecl));
      if (cgo_exported_p (fndecl) && cgo_export_name (fndecl))
	cgo_report (m->loc, CGO_MSG_TRANSLATE_EXPORT, fndecl);
      else if (c.mode == CGO_GOROUTINE && !c.marked)
	fprintf (cgo_translate_out, "n\t%s\n", cgo_assembler_name (fndecl));
    }
}

static void
put_open_call (const cgo_open_call *o)
{
  struct cgo_class c;
  if (!needs_stub_p (o->fndecl, &c))
    return;
  cgo_translate_place ('v', o->loc);
  fprintf (cgo_translate_out, "\t%s\t%s\t%s\t%d%s\n",
	   IDENTIFIER_POINTER (DECL_NAME (o->fndecl)), cgo_assembler_name (o->fndecl),
	   cgo_mode_name (c.mode), o->fixed, o->types);
}

static void
put_body (tree fndecl)
{
  const char *exported = cgo_exported_p (fndecl) ? cgo_export_name (fndecl) : NULL;
  const char *symbol = exported ? exported : cgo_assembler_name (fndecl);
  struct cgo_class c;
  if (cgo_attribute_class (fndecl, &c))
    cgo_report (DECL_SOURCE_LOCATION (fndecl), CGO_MSG_TRANSLATE_BODY, fndecl);
  else if (cgo_main_p (fndecl))
    fputs ("m\n", cgo_translate_out);
  else if (cgo_exported_p (fndecl))
    {
      tree fntype = TREE_TYPE (fndecl);
      char *types = prototype_types (fntype, DECL_SOURCE_LOCATION (fndecl), DECL_NAME (fndecl));
      if (types)
	fprintf (cgo_translate_out, "e\t%s\t%s\t%s%s\n",
		 IDENTIFIER_POINTER (DECL_NAME (fndecl)), symbol,
		 TREE_PUBLIC (fndecl) ? "extern" : "static", types);
      free (types);
    }
  if (TREE_PUBLIC (fndecl) && !DECL_EXTERNAL (fndecl))
    fprintf (cgo_translate_out, "d\t%s\n", symbol);
}

/* PLUGIN_FINISH: -fsyntax-only leaves before PLUGIN_FINISH_UNIT.  */

static void
finish (void *, void *)
{
  if (!seen_error ())
    {
      for (const cgo_mention &m : cgo_mentions)
	put_mention (&m);
      for (const cgo_open_call &o : cgo_open_calls)
	put_open_call (&o);
      for (tree fndecl : cgo_bodies)
	put_body (fndecl);
    }
  if (fclose (cgo_translate_out) != 0)
    cgo_report (UNKNOWN_LOCATION, CGO_MSG_TRANSLATE, cgo_options.translate);
}

void
cgo_translate_init (const char *plugin_name)
{
  if (!cgo_options.translate)
    return;
  cgo_translate_out = fopen (cgo_options.translate, "w");
  if (!cgo_translate_out)
    cgo_report (UNKNOWN_LOCATION, CGO_MSG_TRANSLATE, cgo_options.translate);
  else
    register_callback (plugin_name, PLUGIN_FINISH, finish, NULL);
}
