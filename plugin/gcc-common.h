/* gcc-common.h - GCC's headers, in the order they need, and what differs between
   GCC's versions.  Nothing else of the plugin includes them.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#ifndef CGO_GCC_COMMON_H
#define CGO_GCC_COMMON_H 1

/* Types and macros of the C library that GCC's system.h is fond of poisoning.  */
#include <fnmatch.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gcc-plugin.h"
#include "config.h"
#include "system.h"
#include "coretypes.h"
#include "backend.h"
#include <target.h>		/* ours is "target.h" */
#include "rtl.h"
#include "tree.h"
#include "gimple.h"
#include "tree-pass.h"
#include "context.h"
#include "memmodel.h"
#include "tm_p.h"
#include "regs.h"
#include "df.h"
#include "insn-config.h"
#include "insn-constants.h"
#include "insn-attr.h"
#include "recog.h"
#include "emit-rtl.h"
#include "function.h"
#include "cfgrtl.h"
#include "cfghooks.h"
#include "expr.h"
#include "calls.h"
#include "output.h"
#include "debug.h"
#include "dwarf2asm.h"
#include "stringpool.h"
#include "attribs.h"
#include "c-family/c-common.h"
#include "diagnostic-core.h"
#include "diagnostic.h"
#include "intl.h"
#include "options.h"
#include "opts.h"
#include "flags.h"
#include "langhooks.h"
#include "cgraph.h"
#include "varasm.h"
#include "print-rtl.h"
#include "print-tree.h"
#include "fold-const.h"
#include "gimple-fold.h"
#include "stor-layout.h"
#include "gimple-iterator.h"
#include "gimple-pretty-print.h"
#include "gimple-walk.h"
#include "gimplify.h"
#include "tree-cfg.h"
#include "tree-iterator.h"
#include "tree-ssa.h"
#include "ssa.h"
#include "toplev.h"
#include "explow.h"
#include "except.h"
#include "rtl-iter.h"
#include "cfgloop.h"
#include "tree-scalar-evolution.h"
#include "tree-ssa-loop-niter.h"
#include "tree-inline.h"
#include "dwarf2out.h"
#include "builtins.h"
#include "asan.h"
#include "ipa-utils.h"
#include "c-family/c-pragma.h"
#include "spellcheck.h"

/* What only the front ends of C and C++ have.  In another compiler, where the plugin
   says that it is in the wrong place, it must still load.  */
#pragma weak parse_in
#pragma weak c_language
#pragma weak build_function_call_vec
#pragma weak c_fully_fold
#pragma weak default_conversion
#pragma weak c_common_handle_option
#pragma weak c_register_pragma
#pragma weak pragma_lex
extern void clear_fold_cache (void) __attribute__ ((weak));	/* cp/cp-tree.h */

/* ix86_frame moved nowhere yet; GCC 14 added a second prologue pass, whose
   instance the check pass must not follow as well.  */
#if GCCPLUGIN_VERSION_MAJOR >= 14
# define CGO_TWO_PROLOGUE_PASSES 1
#endif

#endif
