/* messages.cc - every diagnostic of the plugin goes through cgo_report.

   The texts stand in messages.def, so that one page shows what the plugin can
   say, and the testsuite can hold each to account.  A text follows GCC's rules
   (no capital, no full stop, %qD and %<...%> quotes) and says two things: what
   is wrong with the user's line, and the cure.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"

struct message_row
{
  diagnostic_t kind;
  const char *option;		/* NAME of [-Wcgo-NAME], "" if there is none */
  const char *text;
};

/* The kinds messages.def uses.  */
#define CGO_KIND_error DK_ERROR
#define CGO_KIND_warning DK_WARNING
#define CGO_KIND_note DK_NOTE

static const struct message_row message_table[CGO_MSG_COUNT] =
{
#define CGO_MESSAGE(id, kind, option, text) { CGO_KIND_##kind, option, text },
#include "messages.def"
#undef CGO_MESSAGE
};

/* GCC keeps the options that it does not know; -Wno-cgo-NAME is one of them
   and is never an error, so it can be honoured.  */

static bool
switched_off_p (const char *option)
{
  char *negative = concat ("-Wno-cgo-", option, NULL);
  bool found = false;
  for (unsigned i = 0; i < save_decoded_options_count && !found; i++)
    {
      const char *text = save_decoded_options[i].orig_option_with_args_text;
      found = text && !strcmp (text, negative);
    }
  free (negative);
  return found;
}

bool
cgo_report (location_t loc, enum cgo_message id, ...)
{
  const struct message_row *row = &message_table[id];
  char *text = NULL;
  if (*row->option)
    {
      if (switched_off_p (row->option))
	return false;
      text = concat (row->text, " [-Wcgo-", row->option, "]", NULL);
    }

  va_list ap;
  va_start (ap, id);
  rich_location where (line_table, loc);
  diagnostic_info info;
  diagnostic_set_info (&info, text ? text : row->text, &ap, &where, row->kind);
  bool printed = diagnostic_report_diagnostic (global_dc, &info);
  va_end (ap);
  free (text);
  return printed;
}
