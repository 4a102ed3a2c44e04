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

   The trees are looked at in PLUGIN_PRE_GENERICIZE, where each call still stands as it was
   written; how a callee is to be called is known at the end of the unit only, for it may
   be defined further down.  No code is made: cgo says -fsyntax-only.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "translate.h"

static FILE *out;

/* ---- Types ---- */

static hash_set<nofree_string_hash> *told;

/* TYPE behind a tab; false if it has no words.  */

static bool
put_type (pretty_printer *pp, tree type)
{
  char *words = cgo_type_words (type);
  if (!words)
    return false;
  cgo_pp (pp, "\t%s", words);
  if (strpbrk (words, "{("))
    {
      if (!told)
	told = new hash_set<nofree_string_hash>;
      if (!told->add (words))
	{
	  char *layout = cgo_type_layout (type);
	  fprintf (out, "t\t%s\t%s\n", words, layout);
	  free (layout);
	}
    }
  return true;
}

/* ---- What the bodies say ---- */

struct mention
{
  tree fndecl;
  location_t loc;
  bool address;			/* else called */
  bool twice;			/* the same was there before */
};
static auto_vec<mention> mentions;

/* A call whose arguments the callee's type does not tell.  */
struct open_call
{
  tree fndecl;
  location_t loc;
  int fixed;
  char *types;
};
static auto_vec<open_call> open_calls;

static void
mention_function (tree fndecl, location_t loc, bool address)
{
  mention m = { fndecl, loc, address, false };
  for (const mention &old : mentions)
    m.twice |= old.fndecl == fndecl;
  if (!m.twice)
    cgo_keep (fndecl);
  mentions.safe_push (m);
}

/* The result type RET and those of the arguments of CALL from the FIRST on; null after an
   error.  PARAMS, the list of its parameters, goes before what is passed.  */

static char *
call_types (tree call, tree ret, tree params, tree name)
{
  pretty_printer pp;
  bool good = put_type (&pp, ret);
  tree wrong = ret;
  for (int i = 0; good && i < call_expr_nargs (call); i++)
    {
      bool param = params && params != void_list_node;
      wrong = param ? TREE_VALUE (params) : TREE_TYPE (CALL_EXPR_ARG (call, i));
      if (param)
	params = TREE_CHAIN (params);
      good = put_type (&pp, wrong);
    }
  if (good)
    return xstrdup (pp_formatted_text (&pp));
  cgo_report (EXPR_LOCATION (call), CGO_MSG_TRANSLATE_TYPE, wrong, name);
  return NULL;
}

static void
put_place (char kind, location_t loc)
{
  expanded_location at = expand_location (loc);
  fprintf (out, "%c\t%d\t%d\t%s", kind, at.line, at.column, at.file);
}

static tree
function_behind (tree fn)
{
  STRIP_NOPS (fn);
  if (TREE_CODE (fn) == ADDR_EXPR)
    fn = TREE_OPERAND (fn, 0);
  return TREE_CODE (fn) == FUNCTION_DECL ? fn : NULL_TREE;
}

static void
one_go (tree call)
{
  tree fn = CALL_EXPR_STATIC_CHAIN (call);
  STRIP_NOPS (fn);
  tree type = cgo_function_in (TREE_TYPE (fn));
  tree params = TYPE_ARG_TYPES (TREE_TYPE (function_behind (CALL_EXPR_FN (call))));
  char *types = call_types (call, type ? TREE_TYPE (type) : void_type_node, params,
			    get_identifier ("cgo_go"));
  if (!types)
    return;
  put_place ('g', EXPR_LOCATION (call));
  fprintf (out, "\t%d%s\n", type && stdarg_p (type) ? type_num_arguments (type) : -1, types);
  free (types);
}

/* Addresses that are the callee of a call.  */
static hash_set<tree> *callees;

static void
one_call (tree call)
{
  tree fn = CALL_EXPR_FN (call);
  tree fndecl = function_behind (fn);
  struct cgo_class c;
  STRIP_NOPS (fn);
  callees->add (fn);
  if (tree chain = CALL_EXPR_STATIC_CHAIN (call))
    {
      STRIP_NOPS (chain);
      callees->add (chain);
      if (tree started = function_behind (chain))
	mention_function (started, EXPR_LOCATION (call), false);
      one_go (call);
      return;
    }
  if (!fndecl)
    {
      tree type = cgo_function_in (TREE_TYPE (CALL_EXPR_FN (call)));
      if (type && cgo_attribute_class (type, &c) && c.mode != CGO_LEAF)
	cgo_report (EXPR_LOCATION (call), CGO_MSG_TRANSLATE_POINTER);
      return;
    }
  mention_function (fndecl, EXPR_LOCATION (call), false);
  tree type = TREE_TYPE (fndecl);
  if (prototype_p (type) && !stdarg_p (type))
    return;
  open_call o = { fndecl, EXPR_LOCATION (call), prototype_p (type) ? type_num_arguments (type) : -1,
		  NULL };
  c = cgo_classify (cgo_assembler_name (fndecl), fndecl, type);
  if ((c.mode == CGO_LEAF && !cgo_c_name_p (fndecl)) || fndecl_built_in_p (fndecl, BUILT_IN_MD))
    return;
  o.types = call_types (call, TREE_TYPE (type), TYPE_ARG_TYPES (type), DECL_NAME (fndecl));
  if (o.types)
    open_calls.safe_push (o);
}

/* walk_tree callback; DATA: location_t of what has none.  */

static tree
look (tree *tp, int *walk_subtrees, void *data)
{
  tree t = *tp;
  if (TYPE_P (t))
    *walk_subtrees = 0;
  else if (TREE_CODE (t) == CALL_EXPR && CALL_EXPR_FN (t))
    one_call (t);
  else if (TREE_CODE (t) == ADDR_EXPR && TREE_CODE (TREE_OPERAND (t, 0)) == FUNCTION_DECL)
    {
      if (!callees->contains (t))
	mention_function (TREE_OPERAND (t, 0),
			  EXPR_HAS_LOCATION (t) ? EXPR_LOCATION (t) : *(location_t *) data, true);
      *walk_subtrees = 0;
    }
  else if (VAR_P (t) && DECL_THREAD_LOCAL_P (t))
    cgo_report (*(location_t *) data, CGO_MSG_TRANSLATE_TLS, t);
  if (EXPR_P (t) && EXPR_HAS_LOCATION (t))
    *(location_t *) data = EXPR_LOCATION (t);
  return NULL_TREE;
}

static void
walk (tree *tp, tree decl)
{
  location_t loc = DECL_SOURCE_LOCATION (decl);
  if (!callees)
    callees = new hash_set<tree>;
  walk_tree_without_duplicates (tp, look, &loc);
}

static auto_vec<tree> bodies;

void
cgo_translate_body (tree fndecl)
{
  if (!cgo_options.translate)
    return;
  cgo_keep (fndecl);
  bodies.safe_push (fndecl);
  walk (&DECL_SAVED_TREE (fndecl), fndecl);
}

void
cgo_translate_decl (tree decl)
{
  if (cgo_options.translate && VAR_P (decl) && DECL_INITIAL (decl)
      && (TREE_STATIC (decl) || DECL_EXTERNAL (decl)))
    walk (&DECL_INITIAL (decl), decl);
}

/* ---- At the end of the unit ---- */

/* The types of FNTYPE, which has a prototype; null after an error.  */

static char *
prototype_types (tree fntype, location_t loc, tree name)
{
  pretty_printer pp;
  tree wrong = TREE_TYPE (fntype);
  bool good = put_type (&pp, wrong);
  for (tree p = TYPE_ARG_TYPES (fntype); good && p && p != void_list_node; p = TREE_CHAIN (p))
    {
      wrong = TREE_VALUE (p);
      good = put_type (&pp, wrong);
    }
  if (good)
    return xstrdup (pp_formatted_text (&pp));
  cgo_report (loc, CGO_MSG_TRANSLATE_TYPE, wrong, name);
  return NULL;
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
refuse (const mention *m)
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
put_foreign (const mention *m, const struct cgo_class *c)
{
  tree fntype = TREE_TYPE (m->fndecl);
  if (refuse (m) || m->twice || !prototype_p (fntype) || stdarg_p (fntype))
    return;
  char *types = prototype_types (fntype, m->loc, DECL_NAME (m->fndecl));
  if (types)
    fprintf (out, "f\t%s\t%s\t%s%s\n", IDENTIFIER_POINTER (DECL_NAME (m->fndecl)),
	     cgo_assembler_name (m->fndecl), cgo_mode_name (c->mode), types);
  free (types);
}

static void
put_mention (const mention *m)
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
	  put_place ('a', m->loc);
	  fprintf (out, "\t%s\n", IDENTIFIER_POINTER (DECL_NAME (fndecl)));
	}
    }
  else if (!m->twice && TREE_PUBLIC (fndecl) && !fndecl_built_in_p (fndecl)
	   && !DECL_IS_UNDECLARED_BUILTIN (fndecl))
    {
      c = cgo_classify (cgo_assembler_name (fndecl), fndecl, TREE_TYPE (fndecl));
      if (cgo_exported_p (fndecl) && cgo_export_name (fndecl))
	cgo_report (m->loc, CGO_MSG_TRANSLATE_EXPORT, fndecl);
      else if (c.mode == CGO_GOROUTINE && !c.marked)
	fprintf (out, "n\t%s\n", cgo_assembler_name (fndecl));
    }
}

static void
put_open_call (const open_call *o)
{
  struct cgo_class c;
  if (!needs_stub_p (o->fndecl, &c))
    return;
  put_place ('v', o->loc);
  fprintf (out, "\t%s\t%s\t%s\t%d%s\n", IDENTIFIER_POINTER (DECL_NAME (o->fndecl)),
	   cgo_assembler_name (o->fndecl), cgo_mode_name (c.mode), o->fixed, o->types);
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
    fputs ("m\n", out);
  else if (cgo_exported_p (fndecl))
    {
      tree fntype = TREE_TYPE (fndecl);
      char *types = prototype_types (fntype, DECL_SOURCE_LOCATION (fndecl), DECL_NAME (fndecl));
      if (types)
	fprintf (out, "e\t%s\t%s\t%s%s\n", IDENTIFIER_POINTER (DECL_NAME (fndecl)), symbol,
		 TREE_PUBLIC (fndecl) ? "extern" : "static", types);
      free (types);
    }
  if (TREE_PUBLIC (fndecl) && !DECL_EXTERNAL (fndecl))
    fprintf (out, "d\t%s\n", symbol);
}

/* PLUGIN_FINISH: -fsyntax-only leaves before PLUGIN_FINISH_UNIT.  */

static void
finish (void *, void *)
{
  if (!seen_error ())
    {
      for (const mention &m : mentions)
	put_mention (&m);
      for (const open_call &o : open_calls)
	put_open_call (&o);
      for (tree fndecl : bodies)
	put_body (fndecl);
    }
  if (fclose (out) != 0)
    cgo_report (UNKNOWN_LOCATION, CGO_MSG_TRANSLATE, cgo_options.translate);
}

void
cgo_translate_init (const char *plugin_name)
{
  if (!cgo_options.translate)
    return;
  out = fopen (cgo_options.translate, "w");
  if (!out)
    cgo_report (UNKNOWN_LOCATION, CGO_MSG_TRANSLATE, cgo_options.translate);
  else
    register_callback (plugin_name, PLUGIN_FINISH, finish, NULL);
}
