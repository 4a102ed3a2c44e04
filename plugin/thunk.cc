/* thunk.cc - the small pieces of assembly beside the user's functions: thunks of
   foreign functions, entries of exported ones, and the start of main.

   The passes ask for a thunk by name while functions are compiled; at the end of
   the unit (PLUGIN_FINISH_UNIT, the last moment at which GCC lets text be written)
   each is printed once.  Thunks are hidden comdat functions, so that the linker
   keeps one of each in a program or library; entries have the linkage the user's
   function had.

   The thunk of a static function is static: another unit may have another function
   of that name.

   Debugging: gcc -S, and look at the end.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "target.h"
#include "cgo/abi.h"

/* What to print for a name.  */
struct piece
{
  enum { THUNK, OWN, PTHUNK, ITHUNK, GO, TLS } kind;
  const char *name;
  const char *target;		/* THUNK, OWN, TLS: assembler name of the function, variable */
  enum cgo_mode mode;
  unsigned bytes, align;
  bool weak;			/* the target may be missing */
  bool local;			/* the target is static */
};

struct entry
{
  tree fndecl;
  unsigned bytes, align;
};

static auto_vec<piece> pieces;
static auto_vec<entry> entries;

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

/* __cgo_asmcall, __cgo_asmcall_nb, ...; the commonest shapes of arguments have
   entries of their own.  */

static const char *
mode_entry (enum cgo_mode mode, unsigned bytes, unsigned align)
{
  static char name[64];
  const char *suffix = mode_suffix (mode);
  const char *words = "";
  if (bytes == 0 && (mode == CGO_DEFAULT || mode == CGO_NONBLOCKING))
    words = "0";
  else if (bytes <= 4 * UNITS_PER_WORD && !align && mode == CGO_DEFAULT)
    words = "4";
  snprintf (name, sizeof name, "__cgo_asmcall%s%s%s", *suffix ? "_" : "",
	    suffix, words);
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
cgo_thunk_name (const char *asmname, tree decl, enum cgo_mode mode,
		unsigned bytes, unsigned align)
{
  char *name = full_name (CGO_THUNK_PREFIX, asmname, mode_suffix (mode), bytes,
			  align);
  bool local = decl && !TREE_PUBLIC (decl);
  /* GCC says `.weakref' of a weakref.  */
  bool weak = decl && DECL_WEAK (decl) && !local;
  piece p = { piece::THUNK, NULL, xstrdup (asmname), mode, bytes, align, weak,
	      local };
  return remember (p, name);
}

const char *
cgo_own_thunk_name (const char *asmname, tree decl)
{
  cgo_thunk_name (asmname, decl, CGO_NONBLOCKING, 0, 0);
  piece p = { piece::OWN, NULL, xstrdup (asmname), CGO_NONBLOCKING, 0, 0, false, false };
  return remember (p, concat (CGO_OWN_PREFIX, asmname, NULL));
}

const char *
cgo_pthunk_name (enum cgo_mode mode, unsigned bytes, unsigned align)
{
  const char *suffix = mode_suffix (mode);
  char *name = full_name (CGO_PTHUNK_PREFIX, *suffix ? suffix : "default", "",
			  bytes, align);
  piece p = { piece::PTHUNK, NULL, NULL, mode, bytes, align, false, false };
  return remember (p, name);
}

const char *
cgo_ithunk_name (unsigned bytes, unsigned align)
{
  char shape[32];
  snprintf (shape, sizeof shape, align ? "%u.%u" : "%u", bytes, 1u << align);
  piece p = { piece::ITHUNK, NULL, NULL, CGO_GOROUTINE, bytes, align, false, false };
  return remember (p, concat (CGO_ITHUNK_PREFIX, shape, NULL));
}

const char *
cgo_go_thunk_name (unsigned bytes, unsigned align, bool vectors)
{
  char shape[32];
  snprintf (shape, sizeof shape, align ? "%u.%u" : "%u", bytes, 1u << align);
  char *name = concat (CGO_GO_PREFIX, shape, vectors ? CGO_GO_VECTORS_SUFFIX : "", NULL);
  if (vectors)
    bytes += CGO_GO_VECTORS;
  piece p = { piece::GO, NULL, NULL, CGO_GOROUTINE, bytes, align, false, false };
  return remember (p, name);
}

bool
cgo_thunk_find (const char *name, const char **target, enum cgo_mode *mode)
{
  for (const piece &p : pieces)
    if ((p.kind == piece::THUNK || p.kind == piece::PTHUNK) && !strcmp (p.name, name))
      {
	*target = p.target;
	*mode = p.mode;
	return true;
      }
  return false;
}

/* One declaration a name, so that equal addresses compare equal.  */

tree
cgo_thunk_decl (const char *name, tree fndecl)
{
  static hash_map<nofree_string_hash, tree> *decls;
  if (!decls)
    decls = new hash_map<nofree_string_hash, tree>;
  bool existed;
  tree &decl = decls->get_or_insert (name, &existed);
  if (existed)
    return decl;
  decl = build_fn_decl (name, TREE_TYPE (fndecl));
  SET_DECL_ASSEMBLER_NAME (decl, get_identifier (name));
  DECL_EXTERNAL (decl) = 1;
  DECL_ARTIFICIAL (decl) = 1;
  TREE_PUBLIC (decl) = TREE_PUBLIC (fndecl);
  if (TREE_PUBLIC (decl))
    {
      DECL_VISIBILITY (decl) = VISIBILITY_HIDDEN;
      DECL_VISIBILITY_SPECIFIED (decl) = 1;
    }
  cgo_keep (decl);
  return decl;
}

/* Static: what the variable is called in this unit.  */

tree
cgo_tls_decl (tree var)
{
  const char *asmname = cgo_assembler_name (var);
  piece p = { piece::TLS, NULL, xstrdup (asmname), CGO_GOROUTINE, 0, 0, false, true };
  const char *name = remember (p, concat (CGO_TLS_PREFIX, asmname, NULL));
  tree fntype = build_function_type_list (build_pointer_type (TREE_TYPE (var)), NULL_TREE);
  tree decl = cgo_runtime_decl (name, fntype, false);
  SET_DECL_ASSEMBLER_NAME (decl, get_identifier (name));
  TREE_PUBLIC (decl) = 0;
  return decl;
}

void
cgo_entry_needed (tree fndecl, unsigned bytes, unsigned align)
{
  entry e = { fndecl, bytes, align };
  entries.safe_push (e);
}

/* What a thunk of TARGET calls: the runtime must know of jumps before they are made, what
   ends a thread ends a goroutine, and there is no vfork (pass-resync.cc).  */

static const char *
real_target (const char *target)
{
  static const char *const other[][2] =
  {
    { "longjmp", "__cgo_longjmp" },
    { "_longjmp", "__cgo_longjmp" },
    { "siglongjmp", "__cgo_longjmp" },
    { "__longjmp_chk", "__cgo_longjmp" },
    { "pthread_exit", "__cgo_pthread_exit" },
    { "thrd_exit", "__cgo_pthread_exit" },
    { "__pthread_register_cancel", "__cgo_pthread_register_cancel" },
    { "__pthread_register_cancel_defer", "__cgo_pthread_register_cancel" },
    { "__pthread_unregister_cancel", "__cgo_pthread_unregister_cancel" },
    { "__pthread_unregister_cancel_restore", "__cgo_pthread_unregister_cancel" },
    { "__pthread_unwind_next", "__cgo_pthread_unwind_next" },
    { "vfork", "fork" },
    { "__vfork", "fork" }
  };
  for (const char *const *row : other)
    if (!strcmp (row[0], target))
      return row[1];
  return target;
}

/* ---- Printing ---- */

static void
begin_function (FILE *f, const char *name, bool indirect = false)
{
  cgo_target_code_mark (f, true, false);
  fprintf (f, "\t.type\t%s, @%s\n%s:\n", name,
	   indirect ? "gnu_indirect_function" : "function", name);
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

/* Weak, lest a static program that has a malloc of its own get glibc's beside it.  A sanitizer's
   is in place as the rest of it is.  */

static void
print_own (FILE *f, const piece &p)
{
  int bytes;
  const char *own = (cgo_sanitizer_room_p () ? p.target
		     : cgo_own_name (p.target, &bytes));
  char *thunk = full_name (CGO_THUNK_PREFIX, p.target, mode_suffix (p.mode), 0, 0);
  if (own != p.target)
    fprintf (f, "\t.weak\t%s\n", own);
  cgo_target_own (f, p.target, own, thunk);
  free (thunk);
}

/* For ThreadSanitizer C has to go by the way on which the runtime tells it who calls.  */

static enum cgo_mode
call_mode (const piece &p)
{
  if (p.mode == CGO_NONBLOCKING && (flag_sanitize & SANITIZE_THREAD)
      && !(p.target && startswith (p.target, "__cgo_")))
    return CGO_DEFAULT;
  return p.mode;
}

static void
print_piece (FILE *f, const piece &p)
{
  if (p.local)
    fprintf (f, "\t.section\t.text.%s,\"ax\",@progbits\n\t.p2align\t4\n",
	     p.name);
  else
    fprintf (f, "\t.section\t.text.%s,\"axG\",@progbits,%s,comdat\n"
	     "\t.p2align\t4\n\t.weak\t%s\n\t.hidden\t%s\n", p.name, p.name,
	     p.name, p.name);
  begin_function (f, p.name, p.kind == piece::OWN);
  switch (p.kind)
    {
    case piece::THUNK:
      if (p.weak)
	fprintf (f, "\t.weak\t%s\n", p.target);
      cgo_target_thunk (f, p.local ? p.target : real_target (p.target),
			mode_entry (call_mode (p), p.bytes, p.align), p.bytes, p.align);
      break;
    case piece::OWN:
      print_own (f, p);
      break;
    case piece::PTHUNK:
      cgo_target_pthunk (f, mode_entry (call_mode (p), p.bytes, p.align), p.bytes, p.align);
      break;
    case piece::ITHUNK:
      cgo_target_ithunk (f, p.bytes, p.align);
      break;
    case piece::TLS:
      cgo_target_tls (f, p.target);
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
  const char *body = cgo_assembler_name (e.fndecl);
  fputs ("\t.text\n\t.p2align\t4\n", f);
  print_linkage (f, cgo_public_decl (e.fndecl), name);
  begin_function (f, name);
  if (cgo_has_attribute_p (e.fndecl, "cgo_export"))
    cgo_target_export (f, body, e.bytes, e.align);
  else
    cgo_target_main (f, body);
  end_function (f, name);
}

void
cgo_thunks_finish (void)
{
  FILE *f = asm_out_file;
  if (seen_error () || !f || !cgo_lto_print_p (f))
    return;
  cgo_target_asm_begin (f);
  for (const entry &e : entries)
    print_entry (f, e);
  for (const piece &p : pieces)
    print_piece (f, p);
  cgo_markers_finish (f);
  cgo_records_finish (f);
  cgo_async_finish (f);
  /* The runtime's version: a unit that needs anything of it needs this.  */
  fputs ("\t.section\t.cgo.abi,\"a\",@progbits\n"
	 "\t.reloc\t., R_X86_64_NONE, " CGO_ABI_SYMBOL_NAME "\n\t.byte\t0\n", f);
  cgo_target_asm_end (f);
}
