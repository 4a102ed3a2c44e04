/* foreign.cc - is a callee goroutine code or C, and if C, how is it called?

   cgo_classify answers for a callee as it stands in an RTL call or an address:
   by an assembler name, a declaration if there is one, and the type of the
   call.  GCC makes many calls without a declaration or with one of its own
   (memcpy for a structure, __udivti3, _Unwind_Resume), so the name counts.

   The first of these that applies:

     1. an entry of this runtime: goroutine code;
     2. cgo_call: C, in the mode it says;
     3. cgo_split: goroutine code;
     4. defined in this unit: goroutine code, whatever its name is;
     5. its name is in a list of the command line: C, in the mode that stands there;
     6. a name in libc.def, if the declaration comes from a system header or
	from GCC, has no prototype, or does not exist, or if the name is
	reserved: C, in the mode of the table;
     7. declared under a pragma, or matched by a pattern of the command line: C, likewise;
     8. declared in a system header, or by GCC, or not at all, or, with -flto, compiled
	without the plugin: C;
     9. else goroutine code, in another unit.

   So what names one function goes before what speaks of many.

   An alias or weakref is what its target is, if its own declaration does not say
   otherwise; what is called is still the alias.

   What the user says (2, 3, 5) goes before what the table knows (6): a program
   may well have a reason to call its usleep "nonblocking".  Not so for what
   returns twice: the second return finds a stack that a thunk would have left,
   so it is called in place, and pass-check.cc has its own word about it.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "cgo/abi.h"

struct libc_row
{
  const char *name;
  enum cgo_mode mode;
  int leaf;			/* LEAF and OWN: bytes */
  const char *own;		/* OWN: the other name, else null */
};

static const struct libc_row libc_table[] =
{
#define LEAF(name, bytes) { name, CGO_LEAF, bytes, NULL },
#define OWN(name, other, bytes) { name, CGO_NONBLOCKING, bytes, other },
#define NONBLOCKING(name) { name, CGO_NONBLOCKING, 0, NULL },
#define BLOCKING(name) { name, CGO_BLOCKING, 0, NULL },
#define PIN(name) { name, CGO_PIN, 0, NULL },
#include "libc.def"
#undef LEAF
#undef OWN
#undef NONBLOCKING
#undef BLOCKING
#undef PIN
};

typedef hash_map<nofree_string_hash, const libc_row *> libc_map;
static libc_map *libc_names;

static void
index_libc (void)
{
  libc_names = new libc_map (2 * ARRAY_SIZE (libc_table));
  for (const libc_row &row : libc_table)
    {
      bool twice = libc_names->put (row.name, &row);
      if (flag_checking)
	gcc_assert (!twice && row.leaf <= CGO_ELIDED);
    }
}

static const libc_row *
find_libc (const char *name)
{
  if (!libc_names)
    index_libc ();
  const libc_row **row = libc_names->get (name);
  return row ? *row : NULL;
}

const char *
cgo_own_name (const char *asmname, int *bytes)
{
  const libc_row *row = find_libc (asmname);
  if (!row || !row->own)
    return NULL;
  *bytes = row->leaf;
  return row->own;
}

/* Symbols the plugin itself calls and libcgo defines.  */

static bool
runtime_name_p (const char *name)
{
  return (startswith (name, "__cgo_") || startswith (name, "__morestack")
	  || startswith (name, "__splitstack_"));
}

/* Also what cgo.h declares: no name of users begins with cgo_.  */

bool
cgo_runtime_p (const char *asmname, tree decl)
{
  return (runtime_name_p (asmname)
	  || (startswith (asmname, "cgo_") && decl && DECL_EXTERNAL (decl)
	      && lookup_attribute ("cgo_split", DECL_ATTRIBUTES (decl))));
}

/* The target of an ifunc is its resolver, which is something else.  */

tree
cgo_alias_target (tree decl, const char **asmname)
{
  for (;;)
    {
      symtab_node *node = decl ? symtab_node::get (decl) : NULL;
      cgraph_node *function = node ? dyn_cast <cgraph_node *> (node) : NULL;
      if (!function || !node->alias || function->ifunc_resolver)
	return decl;
      tree name = node->alias_target;
      if (node->analyzed)
	node = node->get_alias_target ();
      else if (name && TREE_CODE (name) == IDENTIFIER_NODE)
	node = symtab_node::get_for_asmname (name);
      else
	return decl;
      if (!node || node->decl == decl)
	{
	  *asmname = IDENTIFIER_POINTER (name);
	  return decl;
	}
      decl = node->decl;
      *asmname = cgo_assembler_name (decl);
    }
}

/* Whether DECL has a body in this unit, and the call really goes there: an extern
   inline function has a body that is only for inlining, a weakref is another name
   for something elsewhere.  */

static bool
defined_here_p (tree decl)
{
  if (!decl || DECL_EXTERNAL (decl) || cgo_lto_c_p (decl))
    return false;
  if (lookup_attribute ("weakref", DECL_ATTRIBUTES (decl)))
    return false;
  if (DECL_INITIAL (decl) && DECL_INITIAL (decl) != error_mark_node)
    return true;
  symtab_node *node = symtab_node::get (decl);
  return node && node->definition && !node->weakref;
}

/* The mode cgo_call asks for, in DECL or, for a function that this unit does
   not know more about, in the type of the pointer it is called through.  */

static bool
attribute_says (tree decl, tree fntype, struct cgo_class *c)
{
  if (decl && cgo_attribute_class (decl, c))
    return true;
  if (decl && (defined_here_p (decl)
	       || lookup_attribute ("cgo_split", DECL_ATTRIBUTES (decl))))
    return false;
  return fntype && cgo_attribute_class (fntype, c);
}

/* Whether DECL is the C library's or GCC's, also when the user's own file says
   `extern void abort (void);': GCC compares the type before it takes that for
   its builtin.  Some that GCC makes up (__stack_chk_fail) are not even
   builtins, but have no place in any file.  */

static bool
system_decl_p (tree decl)
{
  return (!decl || DECL_IN_SYSTEM_HEADER (decl)
	  || fndecl_built_in_p (decl, BUILT_IN_NORMAL)
	  || DECL_SOURCE_LOCATION (decl) <= BUILTINS_LOCATION);
}

/* Whether DECL may stand for the function of libc.def that has its name.  Old
   programs declare what they use by themselves, `int usleep ();'; but a function
   with a prototype in the user's header that has the name of one in libc.def is
   likelier to be the user's.  If it is not, the linker says so.  */

static bool
libc_decl_p (tree decl)
{
  return system_decl_p (decl) || !prototype_p (TREE_TYPE (decl));
}

/* Functions of GCC's own libraries that are not each in libc.def: they are over soon, but may
   take a lock or more stack than there is.  Some of them GCC declares, not as builtins, at the
   place of whatever it is compiling.  */

static bool
libgcc_name_p (const char *name)
{
  static const char *const prefixes[] =
  {
    "__gcov_",				/* -fprofile-generate */
    "__bid_", "__dpd_",			/* decimal arithmetic */
    "__atomic_", "__sync_",		/* libatomic */
    "__asan_", "__tsan_", "__ubsan_", "__sanitizer_", "__lsan_"
  };
  for (const char *prefix : prefixes)
    if (startswith (name, prefix))
      return true;
  return false;
}

/* What initialises a `thread_local' of another unit, if that unit has such a function at
   all; whether it is goroutine code, nobody knows.  As C it has room for either.  */

static bool
tls_init_name_p (const char *name)
{
  return startswith (name, "_ZTH");
}

/* Functions of the C++ ABI, which the front end declares as if the user had, and of GCC's
   libraries that are declared in the same way: C, in libc.def or not.  */

static bool
abi_name_p (const char *name)
{
  return (startswith (name, "__cxa_") || startswith (name, "_Unwind_")
	  || !strcmp (name, "__dynamic_cast")
	  || !strcmp (name, "__cpu_indicator_init"));	/* __builtin_cpu_init */
}

/* Names that ISO C reserves with external linkage (C11 7.31.13): `int memcmp (const
   char *, const char *, size_t);' is memcmp with a wrong prototype.  */

static bool
reserved_name_p (const char *name)
{
  return ((startswith (name, "mem") || startswith (name, "str")
	   || startswith (name, "wcs"))
	  && ISLOWER (name[3]));
}

/* Where the library of AddressSanitizer or ThreadSanitizer is in a program the runtime has room
   for it below each segment (runtime/base/tools.h), so that it is called in place: it knows
   by the return address which function it is called by.  */

bool
cgo_sanitizer_room_p (void)
{
  return flag_sanitize & (SANITIZE_USER_ADDRESS | SANITIZE_THREAD);
}

/* Those of its own functions, but for what takes the stack pointer for one of the thread's
   stack: it says which frames are over.  */

enum { SANITIZER_LEAF = 128 };

static bool
sanitizer_leaf_p (const char *name)
{
  return (cgo_sanitizer_room_p ()
	  && (startswith (name, "__asan_") || startswith (name, "__tsan_"))
	  && !startswith (name, "__asan_stack_")
	  && strcmp (name, "__asan_handle_no_return"));
}

/* Whether LeakSanitizer's library stands in front of libc's functions; those take as much stack
   as they like, and nobody has room for it.  */

static bool
interceptors_p (void)
{
  return (flag_sanitize & SANITIZE_LEAK) && !cgo_sanitizer_room_p ();
}

/* A function of another unit whose declaration says nothing: steps 5 to 9.  */

static void
elsewhere (const char *asmname, tree decl, bool twice, struct cgo_class *c)
{
  const libc_row *row = NULL;
  if (libc_decl_p (decl) || reserved_name_p (asmname) || abi_name_p (asmname)
      || lookup_attribute ("weakref", DECL_ATTRIBUTES (decl)))
    row = find_libc (asmname);
  if (!twice && cgo_list_name (asmname, c))
    return;
  if (row)
    {
      c->mode = row->mode;
      c->leaf = row->leaf;
      c->own = row->own;
      c->why = "libc.def";
      if (c->mode == CGO_LEAF && !twice && interceptors_p ())
	{
	  c->mode = CGO_NONBLOCKING;
	  c->why = "sanitizer";
	}
    }
  else if (!twice && (cgo_pragma_class (decl, c) || cgo_list_pattern (asmname, c)))
    return;
  else if (decl && cgo_lto_c_p (decl))
    {
      c->mode = CGO_DEFAULT;
      c->why = "without the plugin";
    }
  else if (cgo_c_name_p (decl))
    {
      c->mode = CGO_DEFAULT;
      c->why = "CGO_C";
    }
  else if (sanitizer_leaf_p (asmname))
    {
      c->mode = CGO_LEAF;
      c->leaf = SANITIZER_LEAF;
      c->why = "sanitizer";
    }
  else if (libgcc_name_p (asmname))
    {
      c->mode = CGO_NONBLOCKING;
      c->why = "libgcc";
    }
  else if (tls_init_name_p (asmname))
    {
      c->mode = CGO_DEFAULT;
      c->why = "thread_local";
    }
  else if (twice)
    {
      c->mode = CGO_LEAF;
      c->leaf = CGO_ELIDED;
      c->why = "returns twice";
    }
  else if (system_decl_p (decl) || abi_name_p (asmname))
    {
      c->mode = CGO_DEFAULT;
      c->why = (!decl ? "no declaration"
		: fndecl_built_in_p (decl) ? "builtin"
		: system_decl_p (decl) ? "system header" : "C++ ABI");
      c->implicit = decl && DECL_IN_SYSTEM_HEADER (decl) && !fndecl_built_in_p (decl);
    }
  else
    c->why = "declaration";
}

struct cgo_class
cgo_classify (const char *asmname, tree decl, tree fntype)
{
  struct cgo_class c = { CGO_GOROUTINE, 0, false, true, "runtime", false, false };
  if (runtime_name_p (asmname))
    return c;

  /* A builtin that nobody declared may stand for the user's own function of
     that name further down in this unit.  */
  if (decl && DECL_EXTERNAL (decl) && fndecl_built_in_p (decl))
    if (symtab_node *node
	= symtab_node::get_for_asmname (get_identifier (asmname)))
      if (node->decl != decl && TREE_CODE (node->decl) == FUNCTION_DECL
	  && defined_here_p (node->decl))
	decl = node->decl;

  bool twice = decl && (flags_from_decl_or_type (decl) & ECF_RETURNS_TWICE);
  if (!twice && attribute_says (decl, fntype, &c))
    return c;
  if (decl && lookup_attribute ("cgo_split", DECL_ATTRIBUTES (decl)))
    {
      c.why = "cgo_split";
      return c;
    }
  tree target = cgo_alias_target (decl, &asmname);
  if (!twice && target != decl && attribute_says (target, NULL_TREE, &c))
    return c;
  decl = target;
  c.marked = false;
  c.why = "this unit";
  if (defined_here_p (decl))
    return c;

  elsewhere (asmname, decl, twice, &c);
  return c;
}
