/* thunk.cc - the small pieces of assembly beside the user's functions: thunks of
   foreign functions, entries of exported ones, the start of main, and the markers
   by which the linker finds calls to code that is neither goroutine code nor
   marked foreign.

   The passes ask for a thunk by name while functions are compiled; at the end of
   the unit (PLUGIN_FINISH_UNIT, the last moment at which GCC lets text be written)
   each is printed once.  Thunks are hidden comdat functions, so that the linker
   keeps one of each in a program or library; entries have the linkage the user's
   function had.

   The markers are named after the function and the cure, since a linker's
   "undefined reference to" is all that a user sees of them.  Those that a function
   needs are printed inside it, at its end (pass-check.cc); those that a unit
   defines stand in a section of one byte, away from the code, lest a debugger take
   them for functions.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "target.h"
#include "cgo/abi.h"

/* What to print for a name.  */
struct piece
{
  enum { THUNK, PTHUNK, GO } kind;
  const char *name;
  const char *target;		/* THUNK: assembler name of the function */
  enum cgo_mode mode;
  unsigned bytes, align;
  bool weak;
};

struct entry
{
  tree fndecl;
  unsigned bytes, align;
};

struct marker
{
  const char *name;
  bool weak;
};

static auto_vec<piece> pieces;
static auto_vec<entry> entries;
static auto_vec<marker> defined, needed;

static const char *
mode_suffix (enum cgo_mode mode)
{
  switch (mode)
    {
    case CGO_DEFAULT: return "";
    case CGO_NONBLOCKING: return "nb";
    case CGO_BLOCKING: return "block";
    case CGO_PIN: return "pin";
    default: gcc_unreachable ();
    }
}

/* __cgo_asmcall, __cgo_asmcall_nb, ...; malloc and its like, the commonest of all,
   have one of their own.  */

static const char *
mode_entry (enum cgo_mode mode, unsigned bytes)
{
  static char name[64];
  const char *suffix = mode_suffix (mode);
  snprintf (name, sizeof name, "__cgo_asmcall%s%s%s", *suffix ? "_" : "",
	    suffix, mode == CGO_NONBLOCKING && bytes == 0 ? "0" : "");
  return name;
}

/* BASE with what else tells two thunks apart.  */

static char *
full_name (const char *prefix, const char *base, const char *mode,
	   unsigned bytes, unsigned align)
{
  char shape[64] = "";
  if (bytes == CGO_ARGS_UNKNOWN)
    strcpy (shape, ".v");
  else if (align)
    snprintf (shape, sizeof shape, ".%u.%u", bytes, 1u << align);
  else if (bytes)
    snprintf (shape, sizeof shape, ".%u", bytes);
  return concat (prefix, base, *base && *mode ? "." : "", mode, shape, NULL);
}

static const char *
remember (piece p, char *name)
{
  for (const piece &old : pieces)
    if (!strcmp (old.name, name))
      {
	free (name);
	return old.name;
      }
  p.name = name;
  pieces.safe_push (p);
  return name;
}

const char *
cgo_thunk_name (const char *asmname, enum cgo_mode mode, unsigned bytes,
		unsigned align, bool weak)
{
  char *name = full_name (CGO_THUNK_PREFIX, asmname, mode_suffix (mode), bytes,
			  align);
  piece p = { piece::THUNK, NULL, xstrdup (asmname), mode, bytes, align, weak };
  return remember (p, name);
}

const char *
cgo_pthunk_name (enum cgo_mode mode, unsigned bytes, unsigned align)
{
  const char *suffix = mode_suffix (mode);
  char *name = full_name (CGO_PTHUNK_PREFIX, *suffix ? suffix : "default", "",
			  bytes, align);
  piece p = { piece::PTHUNK, NULL, NULL, mode, bytes, align, false };
  return remember (p, name);
}

const char *
cgo_go_thunk_name (unsigned bytes, unsigned align)
{
  char shape[32];
  snprintf (shape, sizeof shape, align ? "%u.%u" : "%u", bytes, 1u << align);
  char *name = concat (CGO_GO_PREFIX, shape, NULL);
  piece p = { piece::GO, NULL, NULL, CGO_GOROUTINE, bytes, align, false };
  return remember (p, name);
}

/* One declaration a name, so that equal addresses compare equal.  */

tree
cgo_thunk_decl (const char *name, tree fntype)
{
  static hash_map<nofree_string_hash, tree> *decls;
  if (!decls)
    decls = new hash_map<nofree_string_hash, tree>;
  bool existed;
  tree &decl = decls->get_or_insert (name, &existed);
  if (existed)
    return decl;
  decl = build_fn_decl (name, fntype);
  SET_DECL_ASSEMBLER_NAME (decl, get_identifier (name));
  DECL_EXTERNAL (decl) = 1;
  TREE_PUBLIC (decl) = 1;
  DECL_ARTIFICIAL (decl) = 1;
  DECL_VISIBILITY (decl) = VISIBILITY_HIDDEN;
  DECL_VISIBILITY_SPECIFIED (decl) = 1;
  cgo_keep (decl);
  return decl;
}

void
cgo_entry_needed (tree fndecl, unsigned bytes, unsigned align)
{
  entry e = { fndecl, bytes, align };
  entries.safe_push (e);
}

/* ---- Markers ---- */

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

void
cgo_marker_defined (tree fndecl)
{
  const char *name;
  if (cgo_renamed_p (fndecl, &name))
    fndecl = cgo_public_decl (fndecl);
  if (!TREE_PUBLIC (fndecl) || MAIN_NAME_P (DECL_NAME (fndecl)))
    return;
  name = IDENTIFIER_POINTER (DECL_ASSEMBLER_NAME (fndecl));
  add_marker (defined, name + (*name == '*'),
	      DECL_WEAK (fndecl) || DECL_ONE_ONLY (fndecl));
}

void
cgo_marker_needed (tree callee, const char *asmname)
{
  add_marker (needed, asmname, callee && DECL_WEAK (callee));
}

void
cgo_markers_flush (FILE *f)
{
  for (const marker &m : needed)
    cgo_target_reference (f, m.name, m.weak);
  needed.truncate (0);
}

static void
print_defined_markers (FILE *f)
{
  if (defined.is_empty ())
    return;
  fputs ("\t.section\t.cgo.code,\"a\",@progbits\n", f);
  for (const marker &m : defined)
    fprintf (f, "\t.%s\t\"%s\"\n\t.type\t\"%s\", @object\n\"%s\":\n"
	     "\t.size\t\"%s\", 1\n", m.weak ? "weak" : "globl", m.name, m.name,
	     m.name, m.name);
  fputs ("\t.byte\t0\n", f);
}

/* ---- Printing ---- */

static void
begin_function (FILE *f, const char *name)
{
  fprintf (f, "\t.type\t%s, @function\n%s:\n", name, name);
  if (dwarf2out_do_cfi_asm ())
    fputs ("\t.cfi_startproc\n", f);
}

static void
end_function (FILE *f, const char *name)
{
  if (dwarf2out_do_cfi_asm ())
    fputs ("\t.cfi_endproc\n", f);
  fprintf (f, "\t.size\t%s, .-%s\n", name, name);
}

static void
print_piece (FILE *f, const piece &p)
{
  fprintf (f, "\t.section\t.text.%s,\"axG\",@progbits,%s,comdat\n"
	   "\t.p2align\t4\n\t.weak\t%s\n\t.hidden\t%s\n", p.name, p.name,
	   p.name, p.name);
  begin_function (f, p.name);
  switch (p.kind)
    {
    case piece::THUNK:
      if (p.weak)
	fprintf (f, "\t.weak\t%s\n", p.target);
      cgo_target_thunk (f, p.target, mode_entry (p.mode, p.bytes), p.bytes,
			p.align);
      break;
    case piece::PTHUNK:
      cgo_target_pthunk (f, mode_entry (p.mode, p.bytes), p.bytes, p.align);
      break;
    case piece::GO:
      cgo_target_go_thunk (f, p.bytes, p.align);
      break;
    }
  end_function (f, p.name);
}

static void
print_linkage (FILE *f, tree decl, const char *name)
{
  static const char *const visibility[] =
    { NULL, "protected", "hidden", "internal" };
  if (!TREE_PUBLIC (decl))
    return;
  fprintf (f, "\t.%s\t%s\n", DECL_WEAK (decl) ? "weak" : "globl", name);
  const char *v = visibility[DECL_VISIBILITY (decl)];
  if (v)
    fprintf (f, "\t.%s\t%s\n", v, name);
}

static void
print_entry (FILE *f, const entry &e)
{
  const char *name;
  if (!cgo_renamed_p (e.fndecl, &name))
    gcc_unreachable ();
  const char *body = IDENTIFIER_POINTER (DECL_ASSEMBLER_NAME (e.fndecl));
  body += *body == '*';
  fputs ("\t.text\n\t.p2align\t4\n", f);
  print_linkage (f, cgo_public_decl (e.fndecl), name);
  begin_function (f, name);
  if (MAIN_NAME_P (DECL_NAME (e.fndecl)))
    cgo_target_main (f, body);
  else
    cgo_target_export (f, body, e.bytes, e.align);
  end_function (f, name);
}

void
cgo_thunks_finish (void)
{
  FILE *f = asm_out_file;
  if (seen_error () || !f)
    return;
  cgo_target_asm_begin (f);
  for (const entry &e : entries)
    print_entry (f, e);
  for (const piece &p : pieces)
    print_piece (f, p);
  print_defined_markers (f);
  /* The runtime's version: a unit that needs anything of it needs this.  */
  fputs ("\t.section\t.cgo.abi,\"a\",@progbits\n"
	 "\t.reloc\t., R_X86_64_NONE, " CGO_ABI_SYMBOL_NAME "\n\t.byte\t0\n", f);
  cgo_target_asm_end (f);
}
