/* pass-number.cc - the polls of pass-poll.cc get numbers and cold paths.

   Where it sits: behind `dwarf2', when nothing is copied any more and the unwind information is
   made.  Each poll gets a number, for its labels, and what the unwind information is there
   is noted.  The cold path repeats that: it stands at the end of the function, where something
   else would hold, and a debugger or an unwinder may look at any of its instructions.

   Rejected: .cfi_remember_state at the poll and .cfi_restore_state in the cold path.  GCC has
   pairs of its own, which need not nest with ours.

   To see it work: gcc -S, and look for .LcgoP.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "target.h"

struct poll
{
  int label;
  location_t loc;
  unsigned first, n;		/* of `rules': what holds there */
};

static auto_vec<poll> polls;
static auto_vec<dw_cfi_ref> rules;
static int labels;

/* NOW, with what remember and restore do, after CFI; they are not to be printed again.  */

static void
follow (vec<dw_cfi_ref> &now, vec<unsigned> &remembered, dw_cfi_ref cfi)
{
  if (cfi->dw_cfi_opc == DW_CFA_remember_state)
    remembered.safe_push (now.length ());
  else if (cfi->dw_cfi_opc == DW_CFA_restore_state)
    now.truncate (remembered.pop ());
  else
    now.safe_push (cfi);
}

/* The poll INSN gets a number; NOW is what holds there.  */

static void
add_poll (rtx_insn *insn, rtx body, const vec<dw_cfi_ref> &now)
{
  poll p = { ++labels, INSN_LOCATION (insn), rules.length (), now.length () };
  rules.safe_splice (now);
  polls.safe_push (p);
  char *text = cgo_target_poll (p.label);
  XSTR (body, 0) = ggc_strdup (text);
  free (text);
}

namespace {

const pass_data number_data =
{
  RTL_PASS, "cgo_number", OPTGROUP_NONE, TV_NONE, 0, 0, 0, 0, 0
};

class pass_number : public rtl_opt_pass
{
public:
  pass_number (gcc::context *ctxt) : rtl_opt_pass (number_data, ctxt) {}

  bool gate (function *fn) final override
  {
    return cgo_lto_polls_p (fn->decl);
  }

  unsigned int execute (function *) final override
  {
    auto_vec<dw_cfi_ref> now;
    auto_vec<unsigned> remembered;
    for (rtx_insn *insn = get_insns (); insn; insn = NEXT_INSN (insn))
      if (NOTE_P (insn) && NOTE_KIND (insn) == NOTE_INSN_CFI)
	follow (now, remembered, NOTE_CFI (insn));
      else if (NOTE_P (insn) && NOTE_KIND (insn) == NOTE_INSN_SWITCH_TEXT_SECTIONS)
	{
	  now.truncate (0);
	  remembered.truncate (0);
	}
      else if (rtx body = cgo_target_poll_insn (insn))
	add_poll (insn, body, now);
    return 0;
  }
};

}

void
cgo_polls_flush (FILE *f)
{
  const poll *last = NULL;
  for (const poll &p : polls)
    {
      bool same = last && p.n == last->n
		  && !memcmp (rules.address () + p.first, rules.address () + last->first,
			      p.n * sizeof (dw_cfi_ref));
      cgo_target_poll_cold (f, p.label, p.loc, rules.address () + p.first, p.n, same);
      last = &p;
    }
  polls.truncate (0);
  rules.truncate (0);
}

void
cgo_register_number (const char *plugin_name)
{
  cgo_register_pass (plugin_name, new pass_number (g), "dwarf2");
}
