/* plugin.cc - where GCC meets cgoplug.

   GCC calls plugin_init before it opens the source.  The plugin refuses what it
   cannot do right (another GCC than it was built for, another language, another
   target, LTO), reads its options and registers its two halves: callbacks on trees
   (declaration.cc has the list) and passes on RTL (pass-foreign.cc, pass-check.cc).

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "plugin-version.h"
#include "cgoplug.h"
#include "target.h"

int plugin_is_GPL_compatible;

static struct plugin_info cgo_info =
{
  CGO_VERSION,
  "cgoplug: goroutines for C.\n"
  "  -fplugin-arg-cgoplug-dump         write what its passes do to the dump files\n"
  "  -fplugin-arg-cgoplug-dump-declarations=FILE\n"
  "                                    write to FILE what functions are declared, and how\n"
  "                                    they are called\n"
  "  -fplugin-arg-cgoplug-foreign=NAME[:MODE[:BYTES]],...\n"
  "                                    functions that are C, by name or pattern\n"
  "  -fplugin-arg-cgoplug-list=FILE    the same from FILE, a line NAME [MODE [BYTES]] each\n"
  "  -fplugin-arg-cgoplug-preempt=loops  loops without a call give way to other goroutines,\n"
  "                                    too; =async: all code does, by a signal; =checks is\n"
  "                                    the default\n"
  "  -fplugin-arg-cgoplug-report=FILE  add lines to FILE for each function, its frame and\n"
  "                                    check, and for each call, its mode\n"
  "  -fplugin-arg-cgoplug-system=ask   what only a system header declares is an error, not\n"
  "                                    C; =foreign is the default\n"
  "  -fplugin-arg-cgoplug-translate=FILE  write to FILE what cgo, the command, asks for\n"
  "  -fplugin-arg-cgoplug-warn=implicit  warn of such, [-Wcgo-implicit]; =none is the\n"
  "                                    default\n"
};

/* Declarations that only the plugin refers to.  */
static tree kept;

static const struct ggc_root_tab roots[] =
{
  { &kept, 1, sizeof kept, &gt_ggc_mx_tree_node, NULL },
  LAST_GGC_ROOT_TAB
};

void
cgo_keep (tree decl)
{
  kept = tree_cons (NULL_TREE, decl, kept);
}

/* The compiler's insides differ with its configuration too, so all of it counts.
   The message names both versions; where these are equal, the dates.  */

static bool
right_gcc_p (struct plugin_gcc_version *version)
{
  if (plugin_default_version_check (version, &gcc_version))
    return true;
  bool same = !strcmp (version->basever, gcc_version.basever);
  char *built = concat (gcc_version.basever, same ? " of " : "",
			same ? gcc_version.datestamp : "", NULL);
  char *loads = concat (version->basever, same ? " of " : "",
			same ? version->datestamp : "", NULL);
  cgo_report (UNKNOWN_LOCATION, CGO_MSG_VERSION, built, loads);
  return false;
}

/* An option that goroutine code excludes, or null: other ideas of where a stack ends,
   other registers for arguments, transactions, which are a thread's.  */

static const char *
bad_option (void)
{
  if (ix86_abi == MS_ABI)
    return "-mabi=ms";
  if (flag_stack_check != NO_STACK_CHECK)
    return "-fstack-check";
  if (flag_tm)
    return "-fgnu-tm";
  if (opt_fstack_limit_symbol_arg)
    return "-fstack-limit-symbol=";
  if (opt_fstack_limit_register_no >= 0)
    return "-fstack-limit-register=";
  return NULL;
}

static bool
right_job_p (void)
{
  if (!startswith (lang_hooks.name, "GNU C") && !cgo_lto1_p ())
    cgo_report (UNKNOWN_LOCATION, CGO_MSG_LANGUAGE, lang_hooks.name);
  else if (!TARGET_64BIT || TARGET_X32)
    cgo_report (UNKNOWN_LOCATION, CGO_MSG_TARGET, TARGET_X32 ? "-mx32" : "-m32");
  else if (flag_split_stack > 0)
    cgo_report (UNKNOWN_LOCATION, CGO_MSG_SPLIT_STACK);
  else if (const char *option = bad_option ())
    cgo_report (UNKNOWN_LOCATION, CGO_MSG_GCC_OPTION, option);
  else
    return true;
  return false;
}

void
cgo_register_pass (const char *plugin_name, opt_pass *pass, const char *after)
{
  struct register_pass_info info;
  info.pass = pass;
  info.reference_pass_name = after;
  info.ref_pass_instance_number = 1;
  info.pos_op = PASS_POS_INSERT_AFTER;
  register_callback (plugin_name, PLUGIN_PASS_MANAGER_SETUP, NULL, &info);
}

/* As if the command line had it, so that gcc -E knows it, too, which starts no unit, and
   what that has written is not told again.  There is room for one more such option, for
   -fplugin is none.  */

static void
define_macro (void)
{
  if (!cgo_lto1_p ())
    c_common_handle_option (OPT_D, "__CGOPLUG__=1", 1, 0, UNKNOWN_LOCATION, NULL);
}

static void
start_unit (void *, void *)
{
  cgo_options_dump ();
}

static void
attributes (void *, void *)
{
  cgo_attributes_init ();
}

static void
finish_unit (void *, void *)
{
  cgo_thunks_finish ();
  cgo_report_finish ();
  cgo_dump_finish ();
}

int
plugin_init (struct plugin_name_args *args, struct plugin_gcc_version *version)
{
  const char *name = args->base_name;
  if (!right_gcc_p (version))
    return 1;
  register_callback (name, PLUGIN_INFO, NULL, &cgo_info);
  if (!cgo_options_init (args->argc, args->argv) || !right_job_p ())
    return 0;
  define_macro ();
  cgo_target_profile ();
  register_callback (name, PLUGIN_REGISTER_GGC_ROOTS, NULL, (void *) roots);
  register_callback (name, PLUGIN_ATTRIBUTES, attributes, NULL);
  register_callback (name, PLUGIN_START_UNIT, start_unit, NULL);
  register_callback (name, PLUGIN_FINISH_UNIT, finish_unit, NULL);
  cgo_register_tree_callbacks (name);
  cgo_translate_init (name);
  cgo_register_limits (name);
  cgo_register_poll (name);			/* runs behind those that follow */
  cgo_register_frame (name);
  cgo_register_alloca (name);
  cgo_register_sized (name);			/* runs before it */
  cgo_register_resync (name);			/* runs before it */
  cgo_register_tls (name);
  cgo_register_foreign (name);
  cgo_register_check (name);
  cgo_register_number (name);
  cgo_register_async (name);
  cgo_register_mark (name);
  cgo_register_trampoline ();
  return 0;
}
