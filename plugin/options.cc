/* options.cc - the options of the plugin, -fplugin-arg-cgoplug-NAME[=VALUE].

   An option is one row of the table below.  GCC hands over what stands behind
   the plugin's name without looking at it, so a misspelt option would pass
   unseen: here it is an error that names the nearest one and lists the rest.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"

struct cgo_options cgo_options;

static bool set_preempt (const char *value);
static bool set_system (const char *value);
static bool set_warn (const char *value);

/* An option without value that sets *FLAG, or one with a value, which the user calls what
   VALUE_NAME says, that goes to *VALUE or to READ; READ is false after an error.  */
struct option_row
{
  const char *name;
  bool *flag;
  const char **value;
  bool (*read) (const char *value);
  const char *value_name;
};

static const struct option_row option_table[] =
{
  { "dump", &cgo_options.dump, NULL, NULL, NULL },
  { "dump-declarations", NULL, &cgo_options.declarations, NULL, "FILE" },
  { "foreign", NULL, NULL, cgo_list_option, "NAME[:MODE[:BYTES]],..." },
  { "list", NULL, NULL, cgo_list_read, "FILE" },
  { "preempt", NULL, NULL, set_preempt, "loops" },
  { "report", NULL, &cgo_options.report, NULL, "FILE" },
  { "system", NULL, NULL, set_system, "foreign" },
  { "translate", NULL, &cgo_options.translate, NULL, "FILE" },
  { "warn", NULL, NULL, set_warn, "implicit" }
};

/* VALUE is one of two words that option NAME takes: *FLAG is whether it is the second.  */

static bool
choose (const char *name, const char *value, const char *first, const char *second,
	bool *flag)
{
  if (strcmp (value, first) && strcmp (value, second))
    return !cgo_report (UNKNOWN_LOCATION, CGO_MSG_OPTION_CHOICE, name, first, second, value);
  *flag = !strcmp (value, second);
  return true;
}

static bool
set_preempt (const char *value)
{
  cgo_options.loops = !strcmp (value, "loops");
  cgo_options.async = !strcmp (value, "async");
  if (cgo_options.loops || cgo_options.async || !strcmp (value, "checks"))
    return true;
  return !cgo_report (UNKNOWN_LOCATION, CGO_MSG_OPTION_PREEMPT, value);
}

static bool
set_system (const char *value)
{
  return choose ("system", value, "foreign", "ask", &cgo_options.ask);
}

static bool
set_warn (const char *value)
{
  return choose ("warn", value, "none", "implicit", &cgo_options.implicit);
}

/* Every option's name for a message: "a, b, c".  The caller frees it.  */

static char *
option_list (void)
{
  char *list = NULL;
  for (const option_row &row : option_table)
    {
      char *longer = (list ? concat (list, ", ", row.name, NULL)
		      : xstrdup (row.name));
      free (list);
      list = longer;
    }
  return list;
}

static bool
unknown_option (const char *name)
{
  auto_vec<const char *> names;
  for (const option_row &row : option_table)
    names.safe_push (row.name);

  char *list = option_list ();
  const char *nearest = find_closest_string (name, &names);
  if (nearest)
    cgo_report (UNKNOWN_LOCATION, CGO_MSG_OPTION_MISSPELT, name, nearest, list);
  else
    cgo_report (UNKNOWN_LOCATION, CGO_MSG_OPTION_UNKNOWN, name, list);
  free (list);
  return false;
}

static bool
set_flag (const struct option_row *row, const char *value)
{
  if (value)
    return !cgo_report (UNKNOWN_LOCATION, CGO_MSG_OPTION_VALUE, row->name, value);
  *row->flag = true;
  return true;
}

static bool
set_value (const struct option_row *row, const char *value)
{
  if (!value || !*value)
    return !cgo_report (UNKNOWN_LOCATION, CGO_MSG_OPTION_NO_VALUE, row->name, row->name,
			row->value_name);
  if (row->read)
    return row->read (value);
  *row->value = value;
  return true;
}

static bool
one_option (const struct plugin_argument *arg)
{
  for (const option_row &row : option_table)
    if (!strcmp (arg->key, row.name))
      return row.flag ? set_flag (&row, arg->value) : set_value (&row, arg->value);
  return unknown_option (arg->key);
}

/* Reports every bad option, not only the first.  */

bool
cgo_options_init (int argc, struct plugin_argument *argv)
{
  bool good = true;
  for (int i = 0; i < argc; i++)
    good &= one_option (&argv[i]);
  return good;
}

/* `dump' stands for -fdump-tree-cgo_PASS and -fdump-rtl-cgo_PASS of every pass
   of the plugin.  GCC reads its -fdump options before it loads plugins and
   does not know those names then, so the switches are thrown here.  */

void
cgo_options_dump (void)
{
  if (!cgo_options.dump)
    return;
  gcc::dump_manager *dumps = g->get_dumps ();
  dump_file_info *info;
  for (int phase = TDI_end; (info = dumps->get_dump_file_info (phase));
       phase++)
    {
      const char *swtch = info->swtch;
      if (swtch
	  && (startswith (swtch, "tree-cgo_") || startswith (swtch, "rtl-cgo_")
	      || startswith (swtch, "ipa-cgo_")))
	dumps->dump_switch_p (swtch);
    }
}
