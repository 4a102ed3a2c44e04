/* callee.cc - what a call of finished RTL goes to.

   pass-foreign.cc has made of each call what it is to be; later passes only move it.  So
   the name that is called tells what it was: a thunk of C and its mode, the look at a
   pointer, the start of a goroutine.  What is called by its own name is goroutine code, a
   leaf function of C, or the runtime.

   Two ask: pass-check.cc, how deep a call may go without a check; and record.cc, what is
   left in the object for `cgo vet'.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "target.h"
#include "cgo/abi.h"

/* What the name that is called says, if it is one of thunk.cc's.  */

static bool
artificial (struct cgo_callee *callee, rtx_insn *insn, const char *name)
{
  if (startswith (name, CGO_ITHUNK_PREFIX))
    callee->kind = cgo_callee::POINTER;
  else if (startswith (name, CGO_OWN_PREFIX))
    {
      callee->kind = cgo_callee::OWN;
      callee->name = name + strlen (CGO_OWN_PREFIX);
      callee->c.mode = CGO_NONBLOCKING;
      callee->c.own = cgo_own_name (callee->name, &callee->c.leaf);
    }
  else if (startswith (name, CGO_GO_PREFIX))
    {
      callee->kind = cgo_callee::GO;
      rtx symbol = cgo_target_chain_symbol (insn);
      callee->decl = symbol ? SYMBOL_REF_DECL (symbol) : NULL_TREE;
      callee->name = symbol ? XSTR (symbol, 0) : NULL;
    }
  else if (cgo_thunk_find (name, &callee->name, &callee->c.mode))
    callee->kind = cgo_callee::THUNK;
  else
    return false;
  return true;
}

static const char *
plain_name (const char *name)
{
  name = targetm.strip_name_encoding (name);
  return name + (*name == '*');
}

struct cgo_callee
cgo_callee_of (rtx_insn *insn)
{
  struct cgo_callee callee
    = { cgo_callee::POINTER, NULL, NULL, NULL_TREE,
	{ CGO_GOROUTINE, 0, false, false, NULL, false, false } };
  rtx address = XEXP (XEXP (get_call_rtx_from (insn), 0), 0);
  if (GET_CODE (address) != SYMBOL_REF)
    address = cgo_target_got_symbol (address);
  if (!address)
    return callee;
  callee.symbol = plain_name (XSTR (address, 0));
  if (!artificial (&callee, insn, callee.symbol))
    {
      callee.kind = cgo_callee::DIRECT;
      callee.decl = SYMBOL_REF_DECL (address);
      callee.name = callee.symbol;
    }
  else if (callee.name)
    callee.name = plain_name (callee.name);
  if (callee.decl && TREE_CODE (callee.decl) != FUNCTION_DECL)
    callee.decl = NULL_TREE;
  if (callee.kind == cgo_callee::DIRECT)
    callee.c = cgo_classify (callee.name, callee.decl,
			     callee.decl ? TREE_TYPE (callee.decl) : NULL_TREE);
  return callee;
}
