/* namespace.cc - a goroutine function and a C function of the same name in one program.

   Go keeps C.f apart from f.  C has one name space for functions in a unit and one for
   symbols in a program, so there are two things to be said, each by whoever owns the name:

     CGO_C (f)			in goroutine code, the C function whose symbol is f.  It is
				an identifier of its own, __cgo_C_f, of which only C's
				symbol is f.  It is foreign in the default mode where
				nothing else says more (libc.def, lists, an attribute).

     cgo_export ("f")		C calls this goroutine function by the name f, whatever it
				is called here: f is the symbol of its entry.

   What keeps a goroutine function that nobody exports from taking C's symbol is GCC's own:
   asm ("go.f") behind its declaration, or static.  And a C function may get another
   identifier the same way: int c_f (int) CGO_CALL __asm__ ("f").

     source			symbols
     int f (int)		f
     int f (int) asm ("go.f")	go.f
     cgo_export int f (int)	f, the entry; f.cgo, the body
     cgo_export ("g") f		g, the entry; f.cgo, the body (g.cgo in C++ and with -flto)
     CGO_C (f)			f, undefined; its thunk __cgo_thunk.f

   Debuggers and tracebacks know a body by its name in the source.

   When: CGO_C when it is declared, as an asm label would; a name to be exported when rename.cc
   begins, which is before objects for link-time optimisation get their symbols, and after the
   early debug information has taken down the function under its own name.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"

/* As cgo/attr.h has it.  */
static const char c_prefix[] = "__cgo_C_";

/* ---- CGO_C ---- */

bool
cgo_c_name_p (tree fndecl)
{
  return (fndecl && DECL_NAME (fndecl)
	  && startswith (IDENTIFIER_POINTER (DECL_NAME (fndecl)), c_prefix)
	  && DECL_FILE_SCOPE_P (fndecl));
}

static const char *
c_name (tree fndecl)
{
  return IDENTIFIER_POINTER (DECL_NAME (fndecl)) + strlen (c_prefix);
}

/* With an asm label, which GCC marks by an asterisk, the user has said what symbol it is.  */

static bool
labelled_p (tree fndecl)
{
  return (DECL_ASSEMBLER_NAME_SET_P (fndecl)
	  && *IDENTIFIER_POINTER (DECL_ASSEMBLER_NAME (fndecl)) == '*');
}

void
cgo_namespace_decl (tree fndecl)
{
  if (cgo_c_name_p (fndecl) && !labelled_p (fndecl))
    symtab->change_decl_assembler_name (fndecl, get_identifier (c_name (fndecl)));
}

void
cgo_namespace_body (tree fndecl)
{
  struct cgo_class c;
  if (!cgo_c_name_p (fndecl) || cgo_attribute_class (fndecl, &c))
    return;
  /* Not in cgo/attr.h.  */
  location_t loc = expansion_point_location (DECL_SOURCE_LOCATION (fndecl));
  cgo_report (loc, CGO_MSG_C_BODY, c_name (fndecl),
	      c_name (fndecl));
}

/* ---- cgo_export ("name") ---- */

bool
cgo_export_name_p (tree value)
{
  if (TREE_CODE (value) != STRING_CST || TREE_STRING_LENGTH (value) < 2)
    return false;
  const char *p = TREE_STRING_POINTER (value);
  if (strlen (p) + 1 != (size_t) TREE_STRING_LENGTH (value) || ISDIGIT (*p))
    return false;
  while (ISALNUM (*p) || *p == '_' || *p == '.' || *p == '$')
    p++;
  return !*p;
}

/* The name in ATTR, an attribute list that begins with cgo_export, or null.  */

static const char *
name_in (tree attr)
{
  return TREE_VALUE (attr) ? TREE_STRING_POINTER (TREE_VALUE (TREE_VALUE (attr))) : NULL;
}

const char *
cgo_export_name (tree fndecl)
{
  const char *name = NULL;
  for (tree a = DECL_ATTRIBUTES (fndecl); !name && (a = lookup_attribute ("cgo_export", a));
       a = TREE_CHAIN (a))
    name = name_in (a);
  return name;
}

/* Declarations of FNDECL that have been merged may name it differently.  */

bool
cgo_export_names (tree fndecl, const char **first, const char **second)
{
  *first = *second = NULL;
  for (tree a = DECL_ATTRIBUTES (fndecl); (a = lookup_attribute ("cgo_export", a));
       a = TREE_CHAIN (a))
    if (const char *name = name_in (a))
      {
	if (!*first)
	  *first = name;
	else if (strcmp (*first, name))
	  *second = name;
      }
  return *second;
}

void
cgo_name_exported (void)
{
  cgraph_node *node;
  FOR_EACH_FUNCTION (node)
    if (cgo_exported_p (node->decl))
      if (const char *name = cgo_export_name (node->decl))
	symtab->change_decl_assembler_name (node->decl, get_identifier (name));
}
