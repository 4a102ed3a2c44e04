/* pass-foreign.cc - calls of foreign functions become calls of their thunks.

   Where it sits: right after `expand', the first moment at which every call of the
   function exists, also those GCC makes up (memcpy for a struct, __udivti3), and
   at which the number of stack bytes of each is known: it is the second operand
   of the CALL.  On trees there would be no memcpy yet; later, calls are split,
   moved and merged.  A call here is still direct,

     (call_insn (set (reg:SI ax)
		     (call (mem:QI (symbol_ref:DI ("puts") <function_decl puts>))
			   (const_int 0 [0]))))

   and becomes a call of (symbol_ref:DI ("__cgo_thunk.puts")), marked local so that
   it needs no PLT.  With -fno-plt in position-independent code the symbol stands
   in a GOTPCREL unspec, which is looked through.

   What stays direct and external (goroutine code, leaf functions, the runtime)
   goes through the GOT, never through a lazy PLT, whose first call takes 3 KB of
   stack and r10 and r11.

   malloc and its like are called in place if they are glibc's own: own.cc.

   A call through a pointer may lead to either: it becomes one of __cgo_ithunk.N, with the
   pointer in r11 (runtime/sched/icall.c).

   -fipa-ra: the note that names the callee is emptied.  A thunk leads to code of
   which GCC knows nothing, also where the foreign function's body is in sight.

   To see it work: -fplugin-arg-cgoplug-dump, then FILE.*r.cgo_foreign.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "target.h"
#include "cgo/abi.h"

/* The symbol a call goes to, or null for a call through a pointer.  */

static rtx
callee_symbol (rtx_insn *insn, rtx call)
{
  rtx address = XEXP (XEXP (call, 0), 0);
  if (GET_CODE (address) == SYMBOL_REF)
    return address;
  rtx symbol = cgo_target_got_symbol (address);
  return symbol ? symbol : cgo_target_far_symbol (insn, address);
}

static void
retarget_to (rtx_insn *insn, rtx call, rtx address)
{
  rtx mem = gen_rtx_MEM (GET_MODE (XEXP (call, 0)), address);
  if (!validate_change (insn, &XEXP (call, 0), mem, false))
    gcc_unreachable ();
  rtx note = find_reg_note (insn, REG_CALL_DECL, NULL_RTX);
  if (note)
    XEXP (note, 0) = NULL_RTX;
}

static void
retarget (rtx_insn *insn, rtx call, const char *name)
{
  rtx symbol = gen_rtx_SYMBOL_REF (Pmode, ggc_strdup (name));
  SYMBOL_REF_FLAGS (symbol) |= SYMBOL_FLAG_FUNCTION | SYMBOL_FLAG_LOCAL;
  retarget_to (insn, call, cgo_target_callable (insn, symbol));
  if (dump_file)
    fprintf (dump_file, ";; insn %d now calls %s\n", INSN_UID (insn), name);
}

static unsigned
stack_bytes (rtx call)
{
  return ROUND_UP (UINTVAL (XEXP (call, 1)), UNITS_PER_WORD);
}

/* log2 of the alignment that the BYTES of stack arguments of a call of FNTYPE want.  Where
   the type does not tell, of variadic functions and without a prototype or a type, what the
   function being compiled keeps for all its calls.  */

static unsigned
wide_args (tree fntype, unsigned bytes)
{
  unsigned named, align;
  if (fntype && cgo_target_stack_args (fntype, &named, &align))
    return align;
  return bytes ? cgo_target_most_align () : 0;
}

/* What a message calls the function NAME: not __builtin_NAME.  */

static const char *
printable (const char *name, tree decl)
{
  return (decl && !DECL_IS_UNDECLARED_BUILTIN (decl)
	  ? lang_hooks.decl_printable_name (decl, 1) : name);
}

/* A call that pass-go.cc or pass-address.cc asked for: the pointer is in the static
   chain register.  */

static bool
request (rtx_insn *insn, rtx call, const char *name, tree decl)
{
  unsigned bytes = stack_bytes (call);
  unsigned align = wide_args (decl ? TREE_TYPE (decl) : NULL_TREE, bytes);
  if (!strcmp (name, CGO_REQUEST_GO))
    {
      struct cgo_class go = { CGO_GOROUTINE, 0, false, true, "cgo_go", false, false };
      cgo_report_call (INSN_LOCATION (insn), printable (name, decl), &go);
      retarget (insn, call, cgo_go_thunk_name (bytes, align, cgo_target_vectors_p (insn)));
    }
  else if (startswith (name, CGO_REQUEST_PCALL))
    {
      struct cgo_class c;
      if (!cgo_attribute_class (decl, &c))
	gcc_unreachable ();
      c.why = "type";
      cgo_report_call (INSN_LOCATION (insn), NULL, &c);
      if (c.mode == CGO_LEAF)
	retarget_to (insn, call, cgo_target_chain_register ());
      else
	retarget (insn, call, cgo_pthunk_name (c.mode, bytes, align));
    }
  else
    return false;
  return true;
}

/* A call through a pointer, of which nothing is known: a stub looks at what it points to
   (cgo/abi.h).  With a static chain it is a nested function's, and known.  */

static void
pointer_call (rtx_insn *insn, rtx call)
{
  if (cgo_target_chain_p (insn))
    return;
  cgo_report_call (INSN_LOCATION (insn), NULL, NULL);
  rtx where = cgo_target_pointer_register ();
  rtx_insn *move = gen_move_insn (where, XEXP (XEXP (call, 0), 0));
  emit_insn_before (move, insn);
  use_reg (&CALL_INSN_FUNCTION_USAGE (insn), where);
  unsigned bytes = stack_bytes (call);
  retarget (insn, call, cgo_ithunk_name (bytes, wide_args (NULL_TREE, bytes)));
}

static void
one_call (rtx_insn *insn, rtx call)
{
  rtx symbol = callee_symbol (insn, call);
  if (!symbol)
    {
      pointer_call (insn, call);
      cgo_own_stop (insn);
      return;
    }
  const char *name = targetm.strip_name_encoding (XSTR (symbol, 0));
  name += *name == '*';
  tree decl = SYMBOL_REF_DECL (symbol);
  if (decl && TREE_CODE (decl) != FUNCTION_DECL)
    decl = NULL_TREE;
  if (request (insn, call, name, decl) || startswith (name, CGO_THUNK_PREFIX))
    return;
  tree type = decl ? TREE_TYPE (decl) : NULL_TREE;
  struct cgo_class c = cgo_classify (name, decl, type);
  cgo_report_call (INSN_LOCATION (insn), printable (name, decl), &c);
  cgo_implicit (INSN_LOCATION (insn), name, decl, &c);
  unsigned bytes = stack_bytes (call);
  switch (c.mode)
    {
    case CGO_GOROUTINE:
      cgo_marker_needed (INSN_LOCATION (insn), decl, &c);
      /* Fall through.  */
    case CGO_LEAF:
      if (!cgo_target_got_symbol (XEXP (XEXP (call, 0), 0)))
	cgo_target_no_plt (insn, call, symbol);
      break;
    default:
      if (c.own && cgo_target_near_p () && !bytes)
	{
	  cgo_own_call (insn);
	  return;
	}
      retarget (insn, call,
		cgo_thunk_name (name, decl, c.mode, bytes, wide_args (type, bytes)));
    }
  if (c.mode != CGO_LEAF)
    cgo_own_stop (insn);
}

static void
own_call (rtx_insn *insn, bool in_place)
{
  rtx call = get_call_rtx_from (insn);
  rtx symbol = callee_symbol (insn, call);
  const char *name = targetm.strip_name_encoding (XSTR (symbol, 0));
  name += *name == '*';
  tree decl = SYMBOL_REF_DECL (symbol);
  retarget (insn, call, in_place ? cgo_own_thunk_name (name, decl)
		: cgo_thunk_name (name, decl, CGO_NONBLOCKING, 0, 0));
}

namespace {

const pass_data foreign_data =
{
  RTL_PASS, "cgo_foreign", OPTGROUP_NONE, TV_NONE, 0, 0, 0, 0, 0
};

class pass_foreign : public rtl_opt_pass
{
public:
  pass_foreign (gcc::context *ctxt) : rtl_opt_pass (foreign_data, ctxt) {}

  /* The body of a cgo_call function is C: its calls stay what they are.  */
  bool gate (function *fn) final override { return !cgo_c_body_p (fn->decl); }

  unsigned int execute (function *) final override
  {
    cgo_own_begin ();
    for (rtx_insn *insn = get_insns (); insn; insn = NEXT_INSN (insn))
      if (CALL_P (insn))
	one_call (insn, get_call_rtx_from (insn));
      else if (cgo_target_poll_insn (insn))
	cgo_own_stop (insn);
    cgo_own_end (own_call);
    return 0;
  }
};

}

static void
no_plt (void *, void *)
{
  cgraph_node *node;
  FOR_EACH_FUNCTION (node)
    if (DECL_EXTERNAL (node->decl))
      cgo_target_no_plt_decl (node->decl);
}

void
cgo_register_foreign (const char *plugin_name)
{
  register_callback (plugin_name, PLUGIN_ALL_IPA_PASSES_START, no_plt, NULL);
  cgo_register_pass (plugin_name, new pass_foreign (g), "expand");
}
