/* mark.cc - goroutine code carries a mark, by which a call through a pointer tells it from
   C (cgo/abi.h, runtime/sched/icall.c).

   It stands in front of the label of each function that a pointer can reach: not of a static
   one whose address nobody takes.  GCC has no hook for what stands there; but it tells the
   debug information of each function, and of each thunk of a virtual function, after it
   has aligned the place and before it prints the label.  With -fpatchable-function-entry there are
   nops between the two, and a hook that prints them.

   Debugging: gcc -S, and look for .skip.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "target.h"

static struct gcc_debug_hooks hooks;
static void (*old_begin_function) (tree);
static void (*old_patchable) (FILE *, unsigned HOST_WIDE_INT, bool);

static bool
reachable_p (tree fndecl)
{
  cgraph_node *node = cgraph_node::get (fndecl);
  return !node || TREE_PUBLIC (fndecl) || node->address_taken || node->thunk;
}

/* As assemble_start_function reckons.  */

static bool
aligned_p (tree fndecl)
{
  cgraph_node *node = cgraph_node::get (fndecl);
  if (node && node->definition_alignment () >= 16 * BITS_PER_UNIT)
    return true;
  return (!DECL_USER_ALIGN (fndecl) && align_functions.levels[0].log >= 4
	  && optimize_function_for_speed_p (cfun));
}

static void
mark (tree fndecl)
{
  bool async = cgo_async_p (fndecl);
  if (!cgo_c_body_p (fndecl) && (async || reachable_p (fndecl)))
    cgo_target_code_mark (asm_out_file, aligned_p (fndecl), async);
}

static void
begin_function (tree fndecl)
{
  old_begin_function (fndecl);
  if (!crtl->patch_area_entry)
    mark (fndecl);
}

static void
patchable (FILE *f, unsigned HOST_WIDE_INT size, bool record)
{
  old_patchable (f, size, record);
  if (crtl->patch_area_entry == size && record)
    mark (current_function_decl);
}

static void
start (void *, void *)
{
  hooks = *debug_hooks;
  old_begin_function = hooks.begin_function;
  hooks.begin_function = begin_function;
  debug_hooks = &hooks;
}

void
cgo_register_mark (const char *plugin_name)
{
  register_callback (plugin_name, PLUGIN_START_UNIT, start, NULL);
  old_patchable = targetm.asm_out.print_patchable_function_entry;
  targetm.asm_out.print_patchable_function_entry = patchable;
}
