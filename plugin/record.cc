/* record.cc - what `cgo vet' will find in the program: a record for each function, with
   its frame, its check and its calls (cgo/vet.h).

   A record is made by pass-check.cc's pass, when the frame and the calls are what they
   will be, as assembly text; all are written at the end of the unit, when the section of
   each function is known.  The same call is recorded once a function.

   Debugging: gcc -S, and look for .debug_cgo.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "target.h"
#include "cgo/abi.h"
#include "cgo/vet.h"

struct record
{
  const char *group;		/* its comdat group, or null */
  char *text;
};

static auto_vec<record> records;

/* ---- Calls ---- */

static int
mode_kind (enum cgo_mode mode)
{
  switch (mode)
    {
    case CGO_GOROUTINE: return CGO_VET_GOROUTINE;
    case CGO_DEFAULT: return CGO_VET_DEFAULT;
    case CGO_NONBLOCKING: return CGO_VET_NONBLOCKING;
    case CGO_BLOCKING: return CGO_VET_BLOCKING;
    case CGO_PIN: return CGO_VET_PIN;
    case CGO_LEAF: return CGO_VET_LEAF;
    }
  gcc_unreachable ();
}

static int
call_kind (const struct cgo_callee *callee)
{
  switch (callee->kind)
    {
    case cgo_callee::POINTER:
      return CGO_VET_POINTER;
    case cgo_callee::OWN:
      return CGO_VET_OWN;
    case cgo_callee::GO:
      return CGO_VET_GO;
    case cgo_callee::THUNK:
      return mode_kind (callee->c.mode);
    case cgo_callee::DIRECT:
      if (callee->c.mode == CGO_GOROUTINE && cgo_runtime_p (callee->name, callee->decl))
	return CGO_VET_RUNTIME;
      return mode_kind (callee->c.mode);
    }
  gcc_unreachable ();
}

/* Whether FNDECL's address is that of the code: the linker has its own idea of ifuncs.  */

static bool
defined_here_p (tree fndecl)
{
  cgraph_node *node = fndecl ? cgraph_node::get (fndecl) : NULL;
  return (node && node->definition && !DECL_EXTERNAL (fndecl) && !node->ifunc_resolver
	  && !cgo_has_attribute_p (fndecl, "ifunc"));
}

/* The assembly of the call INSN, to be freed.  */

static char *
call_text (rtx_insn *insn)
{
  struct cgo_callee callee = cgo_callee_of (insn);
  int kind = call_kind (&callee);
  bool here = callee.name && defined_here_p (callee.decl);
  int byte = kind;
  if (callee.name)
    byte |= here ? CGO_VET_ADDRESS : CGO_VET_NAME;
  if (SIBLING_CALL_P (insn))
    byte |= CGO_VET_TAIL;
  char bytes[32] = "";
  if (kind == CGO_VET_LEAF || kind == CGO_VET_OWN)
    snprintf (bytes, sizeof bytes, "\t.short\t%d\n", callee.c.leaf);
  if (!callee.name)
    return xasprintf ("\t.byte\t%d\n%s", byte, bytes);
  return xasprintf ("\t.byte\t%d\n%s\t%s\t\"%s\"\n", byte, bytes,
		    here ? ".quad" : ".asciz", callee.name);
}

/* TEXT, to be freed, with each call of the function being compiled.  */

static char *
add_calls (char *text)
{
  hash_map<nofree_string_hash, bool> seen;
  auto_vec<char *> calls;
  for (rtx_insn *insn = get_insns (); insn; insn = NEXT_INSN (insn))
    if (CALL_P (insn))
      {
	char *call = call_text (insn);
	calls.safe_push (call);
	if (seen.put (call, true))
	  continue;
	char *longer = concat (text, call, NULL);
	free (text);
	text = longer;
      }
  for (char *call : calls)
    free (call);
  return text;
}

/* ---- Functions ---- */

static int
function_flags (tree fndecl, bool checked, const char **public_name)
{
  int flags = checked ? CGO_VET_CHECK : 0;
  if (cgo_renamed_p (fndecl, public_name))
    flags |= CGO_VET_NAMED | (cgo_exported_p (fndecl) ? CGO_VET_EXPORT : CGO_VET_MAIN);
  if (cgo_c_body_p (fndecl))
    flags |= CGO_VET_C;
  else if (cgo_nosplit_p (fndecl))
    flags |= CGO_VET_NOSPLIT;
  if (cfun->calls_alloca)
    flags |= CGO_VET_ALLOCA;
  return flags;
}

void
cgo_record_function (HOST_WIDE_INT frame, bool checked, const char *why)
{
  tree fndecl = current_function_decl;
  const char *name = NULL;
  int flags = function_flags (fndecl, checked, &name);
  char *public_name = name ? xasprintf ("\t.asciz\t\"%s\"\n", name) : xstrdup ("");
  char *text = xasprintf ("\t.byte\t%d, %d\n\t.quad\t\"%s\"\n\t.long\t%d\n"
			  "\t.asciz\t\"%s\"\n%s", CGO_VET_VERSION, flags,
			  cgo_assembler_name (fndecl), (int) frame, why, public_name);
  free (public_name);
  if (!(flags & CGO_VET_C))
    text = add_calls (text);
  tree group = DECL_COMDAT_GROUP (fndecl);
  record r = { group ? IDENTIFIER_POINTER (group) : NULL, text };
  records.safe_push (r);
}

void
cgo_records_finish (FILE *f)
{
  int label = 0;
  for (const record &r : records)
    {
      if (r.group)
	fprintf (f, "\t.section\t" CGO_VET_SECTION ",\"G\",@progbits,%s,comdat\n", r.group);
      else
	fputs ("\t.section\t" CGO_VET_SECTION ",\"\",@progbits\n", f);
      fprintf (f, "\t.long\t.LcgoW%d-.LcgoV%d\n.LcgoV%d:\n%s.LcgoW%d:\n", label, label,
	       label, r.text, label);
      label++;
    }
}
