/* pragma.cc - #pragma cgo call push [MODE[, BYTES]] ... #pragma cgo call pop.

   What is declared in between is C, in that mode: a C library's header that cannot be
   edited is included there.  It nests; the innermost push holds.  CGO_CALL_PUSH and
   CGO_CALL_POP of cgo/attr.h are the same by _Pragma.  GCC hands both over in their place
   among the declarations, in C++ too, and gcc -E leaves them in what it writes.

   A declaration keeps what it got in an attribute that nobody can write.  It is not put on
   the function's type, for the reason that list.cc gives, and it is the last thing to be
   asked but for patterns and system headers: what names one function (cgo_call, cgo_split,
   a list, libc.def) knows more of it.

   A body decides, too.  A function defined in between, as inline functions of C headers
   are, is goroutine code, since it is compiled here, and what it calls is C.  One that is
   only declared in between and defined elsewhere in the unit is a contradiction, unless it
   is inline or static: other units that include the header would call it as C.

   Nor reaches it a declaration that stands in a function of C++, where g++ makes one of its
   own: the linker says so.

   Pointers are not concerned: a call through one that nobody declared looks at what it
   points to.

   Debugging: the report (report.cc) says `pragma'.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"

static const char pragma_attribute[] = "cgo pragma";

struct push
{
  location_t loc;
  struct cgo_class c;
};

static auto_vec<push> pushes;

/* ---- Reading ---- */

/* The next word of the pragma, a name or a number, or null at its end; "" for anything
   else.  */

static const char *
next_word (void)
{
  tree value;
  switch (pragma_lex (&value))
    {
    case CPP_EOF:
      return NULL;
    case CPP_NAME:
      return IDENTIFIER_POINTER (value);
    case CPP_NUMBER:
      if (TREE_CODE (value) == INTEGER_CST && tree_fits_uhwi_p (value))
	{
	  static char text[32];
	  snprintf (text, sizeof text, "%lu", (unsigned long) tree_to_uhwi (value));
	  return text;
	}
      return "";
    case CPP_COMMA:
      return ",";
    default:
      return "";
    }
}

static void
read_push (location_t loc)
{
  const char *mode = next_word (), *bytes = NULL;
  const char *comma = mode ? next_word () : NULL;
  if (comma && !strcmp (comma, ","))
    bytes = next_word ();
  if ((mode && !ISALPHA (*mode)) || (comma && !bytes) || (bytes && next_word ()))
    {
      cgo_report (loc, CGO_MSG_PRAGMA_SYNTAX);
      mode = bytes = NULL;
    }
  /* Pushed in any case, or its pop would be wrong, too.  */
  push p = { loc, { CGO_DEFAULT, 0, false, false, "pragma", true, false } };
  if (!cgo_mode_words (loc, "#pragma cgo call push", mode, bytes, &p.c))
    p.c.mode = CGO_DEFAULT;
  pushes.safe_push (p);
}

static void
read_pragma (cpp_reader *)
{
  location_t loc = input_location;
  const char *word = next_word ();
  if (word && !strcmp (word, "push"))
    read_push (loc);
  else if (!word || strcmp (word, "pop") || next_word ())
    cgo_report (loc, CGO_MSG_PRAGMA_SYNTAX);
  else if (pushes.is_empty ())
    cgo_report (loc, CGO_MSG_PRAGMA_POP);
  else
    pushes.pop ();
}

/* ---- Declarations ---- */

bool
cgo_pragma_class (tree fndecl, struct cgo_class *c)
{
  tree attribute = fndecl ? lookup_attribute (pragma_attribute, DECL_ATTRIBUTES (fndecl))
		   : NULL_TREE;
  if (!attribute
      || !cgo_mode_parse (UNKNOWN_LOCATION, TREE_PURPOSE (attribute), TREE_VALUE (attribute),
			  c))
    return false;
  c->why = "pragma";
  c->named = true;
  return true;
}

/* Two declarations under different pushes: the safer mode holds, as for attributes.  */

void
cgo_pragma_decl (tree fndecl)
{
  struct cgo_class old;
  if (pushes.is_empty () || !DECL_EXTERNAL (fndecl) || !TREE_PUBLIC (fndecl))
    return;
  const struct cgo_class *c = &pushes.last ().c;
  if (cgo_pragma_class (fndecl, &old))
    {
      bool safer = cgo_mode_safer_p (c, &old);
      if (c->mode != old.mode)
	cgo_report (DECL_SOURCE_LOCATION (fndecl), CGO_MSG_CALL_REDECLARED, fndecl,
		    cgo_mode_name (old.mode), cgo_mode_name (c->mode),
		    cgo_mode_name (safer ? c->mode : old.mode));
      if (!safer)
	return;
      DECL_ATTRIBUTES (fndecl) = remove_attribute (pragma_attribute,
						   DECL_ATTRIBUTES (fndecl));
    }
  DECL_ATTRIBUTES (fndecl) = tree_cons (get_identifier (pragma_attribute),
					cgo_mode_args (c), DECL_ATTRIBUTES (fndecl));
}

void
cgo_pragma_body (tree fndecl)
{
  struct cgo_class c;
  if (pushes.is_empty () && TREE_PUBLIC (fndecl) && !DECL_DECLARED_INLINE_P (fndecl)
      && !DECL_COMDAT (fndecl) && cgo_pragma_class (fndecl, &c)
      && !cgo_attribute_class (fndecl, &c) && !cgo_has_attribute_p (fndecl, "cgo_split"))
    cgo_report (DECL_SOURCE_LOCATION (fndecl), CGO_MSG_PRAGMA_BODY, fndecl);
}

/* ---- Registration ---- */

/* `#pragma cgo CFLAGS: ...', `LDFLAGS:' and `pkg-config:' are for cgo, the command.  */

static void
leave_pragma (cpp_reader *)
{
}

static void
register_pragma (void *, void *)
{
  c_register_pragma ("cgo", "call", read_pragma);
  for (const char *name : { "CFLAGS", "LDFLAGS", "pkg" })
    c_register_pragma ("cgo", name, leave_pragma);
}

/* When the unit has been read; at the very end if GCC does not come that far.  */

static void
check_open (void *, void *)
{
  for (const push &p : pushes)
    cgo_report (p.loc, CGO_MSG_PRAGMA_OPEN);
  pushes.truncate (0);
}

void
cgo_pragma_init (const char *plugin_name)
{
  register_callback (plugin_name, PLUGIN_PRAGMAS, register_pragma, NULL);
  register_callback (plugin_name, PLUGIN_ALL_IPA_PASSES_START, check_open, NULL);
  register_callback (plugin_name, PLUGIN_FINISH, check_open, NULL);
}
