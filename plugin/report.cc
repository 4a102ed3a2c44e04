/* report.cc - what the plugin made of each function and each call,
   -fplugin-arg-cgoplug-report=FILE.

   A line for each function that was compiled, and before it one for each call in it:

     file.c:9: main calls puts: C, default (system header)
     file.c:10: main calls strlen: C, leaf 48 (libc.def)
     file.c:10: main calls malloc: C, nonblocking or leaf 464 (libc.def)
     file.c:11: main calls fib: goroutine code (this unit)
     file.c:12: main calls a pointer: C, blocking (type)
     file.c:13: main calls a pointer: as it finds

     file.c:12: fib: frame 24, check at entry: calls itself
     file.c:20: small: frame 8, no check: needs 96 of 640 bytes
     file.c:31: work: frame 5000, check behind an early return: frame

   and with preempt=loops

     file.c:33: work: a poll in a loop

   The lines of a unit are added to the end of FILE by one write, so that many compilers may
   share it; `-' is the standard error.  Nothing is written for a unit in error.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"

static pretty_printer *text;

/* A line that begins with the place LOC and says the rest, as for printf.  */

static void ATTRIBUTE_PRINTF_2
add_line (location_t loc, const char *format, ...)
{
  va_list ap;
  if (!text)
    text = new pretty_printer;
  expanded_location at = expand_location (loc);
  char *begin = xasprintf ("%s:%d: ", at.file, at.line);
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
cgo_report_function (HOST_WIDE_INT frame, const char *where, const char *why)
{
  if (cgo_options.report)
    add_line (DECL_SOURCE_LOCATION (current_function_decl), "%s: frame %d, %s: %s",
	      lang_hooks.decl_printable_name (current_function_decl, 1), (int) frame, where,
	      why);
}

void
cgo_report_call (location_t loc, const char *callee, const struct cgo_class *c)
{
  if (!cgo_options.report)
    return;
  /* What GCC puts in front of the first statement has no place.  */
  if (LOCATION_LOCUS (loc) <= BUILTINS_LOCATION)
    loc = DECL_SOURCE_LOCATION (current_function_decl);
  char *caller = xstrdup (lang_hooks.decl_printable_name (current_function_decl, 1));
  char bytes[32] = "";
  if (c && (c->mode == CGO_LEAF || c->own))
    snprintf (bytes, sizeof bytes, "%s %d", c->own ? " or leaf" : "", c->leaf);
  if (!c)
    add_line (loc, "%s calls a pointer: as it finds", caller);
  else if (c->mode == CGO_GOROUTINE)
    add_line (loc, "%s calls %s: goroutine code (%s)", caller, callee, c->why);
  else
    add_line (loc, "%s calls %s: C, %s%s (%s)", caller, callee ? callee : "a pointer",
	      cgo_mode_name (c->mode), bytes, c->why);
  free (caller);
}

void
cgo_report_poll (location_t loc)
{
  if (cgo_options.report)
    add_line (loc, "%s: a poll in a loop",
	      lang_hooks.decl_printable_name (current_function_decl, 1));
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
