/* report.cc - what the plugin made of each function, -fplugin-arg-cgoplug-report=FILE.

   A line for each function that was compiled:

     file.c:12: fib: frame 24, check at entry: calls itself
     file.c:20: small: frame 8, no check: needs 96 of 640 bytes
     file.c:31: work: frame 5000, check behind an early return: frame

   The lines of a unit are added to the end of FILE by one write, so that many compilers may
   share it; `-' is the standard error.  Nothing is written for a unit in error.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"

static pretty_printer *text;

void
cgo_report_function (HOST_WIDE_INT frame, const char *format, ...)
{
  va_list ap;
  if (!cgo_options.report)
    return;
  if (!text)
    text = new pretty_printer;
  expanded_location at = expand_location (DECL_SOURCE_LOCATION (current_function_decl));
  const char *name = lang_hooks.decl_printable_name (current_function_decl, 1);
  char *begin = xasprintf ("%s:%d: %s: frame %d, ", at.file, at.line, name, (int) frame);
  va_start (ap, format);
  char *rest = xvasprintf (format, ap);
  va_end (ap);
  pp_string (text, begin);
  pp_string (text, rest);
  pp_character (text, '\n');
  free (begin);
  free (rest);
}

void
cgo_report_finish (void)
{
  const char *name = cgo_options.report;
  if (!name || !text || seen_error ())
    return;
  const char *lines = pp_formatted_text (text);
  size_t n = strlen (lines);
  int fd = 2;
  if (strcmp (name, "-"))
    fd = open (name, O_WRONLY | O_CREAT | O_APPEND, 0666);
  if (fd < 0 || write (fd, lines, n) != (ssize_t) n)
    cgo_report (UNKNOWN_LOCATION, CGO_MSG_REPORT, name);
  if (fd > 2)
    close (fd);
}
