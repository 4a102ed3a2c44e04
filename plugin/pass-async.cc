/* pass-async.cc - preempt=async: which functions may be stopped by a signal.

   A goroutine that is stopped in the middle of a function may go on on another thread.  That is
   right unless something in its registers, or on its stack, belongs to the thread: the address
   of a thread-local, the value of one that is about to be changed and stored, errno's place,
   pthread_self ().  At calls GCC is kept from holding those across (pass-tls.cc,
   pass-const.cc); anywhere else it may.  So a function that has to do with any of it is left
   out, as a whole, and can be stopped at its checks only.

   All others have a mark in front of them, by which the signal handler knows them
   (mark.cc, runtime/sched/async.c).  The part of a function that GCC has moved to
   .text.unlikely has none.

   Where it sits: behind `dwarf2', when no instruction changes any more.

   To see it work: -fplugin-arg-cgoplug-dump and FILE.*r.cgo_async.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "target.h"
#include "cgo/abi.h"

static tree safe_decl;
static bool any;

bool
cgo_async_p (tree fndecl)
{
  return fndecl == safe_decl;
}

/* Whether the call INSN returns what belongs to a thread; _ZTW: the address of a thread_local of
   C++.  */

static bool
thread_call_p (rtx_insn *insn)
{
  struct cgo_callee callee = cgo_callee_of (insn);
  return ((callee.name && (cgo_per_thread_p (callee.name) || startswith (callee.name, "_ZTW")))
	  || (callee.symbol && startswith (callee.symbol, CGO_TLS_PREFIX)));
}

static bool
safe_p (void)
{
  for (rtx_insn *insn = get_insns (); insn; insn = NEXT_INSN (insn))
    if (NONDEBUG_INSN_P (insn)
	&& (cgo_target_thread_p (insn) || (CALL_P (insn) && thread_call_p (insn))))
      {
	if (dump_file)
	  fprintf (dump_file, ";; not to be stopped: insn %d\n", INSN_UID (insn));
	return false;
      }
  return true;
}

namespace {

const pass_data async_data =
{
  RTL_PASS, "cgo_async", OPTGROUP_NONE, TV_NONE, 0, 0, 0, 0, 0
};

class pass_async : public rtl_opt_pass
{
public:
  pass_async (gcc::context *ctxt) : rtl_opt_pass (async_data, ctxt) {}

  unsigned int execute (function *fn) final override
  {
    safe_decl = NULL_TREE;
    if (cgo_lto_async_p (fn->decl) && !cgo_nosplit_p (fn->decl) && safe_p ())
      {
	safe_decl = fn->decl;
	any = true;
      }
    return 0;
  }
};

}

void
cgo_async_finish (FILE *f)
{
  if (any)
    cgo_target_async (f);
}

void
cgo_register_async (const char *plugin_name)
{
  cgo_register_pass (plugin_name, new pass_async (g), "dwarf2");
}
