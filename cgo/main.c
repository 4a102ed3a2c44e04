/* main.c - cgo: finds the command and runs it.

   `cgo COMMAND ...' runs that; `cgo FILE.c ... -- CFLAGS', without one, translates
   (the command of Go's of which this is the counterpart has that form, too).

   SPDX-License-Identifier: MIT  */

#include "cgo.h"
#include "translate.h"

#include <errno.h>
#include <error.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static const struct command commands[] = {
  { "header", cgo_header, "HEADER [-- CFLAGS]", "print an overlay of a C library's header" },
  { "list", cgo_list, "LIBRARY [HEADER...] [-- CFLAGS]",
    "print a list of a C library's functions" },
  { "vet", cgo_vet, "PROGRAM", "say what the plugin made of a program" },
  { "doctor", cgo_doctor, "", "check compiler, plugin and machine" },
  { NULL, NULL, NULL, NULL }
};

const char *argp_program_version = "cgo (cgoplug) " CGO_VERSION;

int
cgo_unknown (const char *name)
{
  char *list = NULL;
  for (const struct command *c = commands; c->name; c++)
    list = cgo_append (list, "%s%s", c == commands ? "" : c[1].name ? ", " : " and ", c->name);
  error (0, 0, "no command `%s'; commands are %s", name, list);
  free (list);
  return CGO_USAGE;
}

/* --help has the table.  */

static char *
help (int key, const char *text, void *input)
{
  (void) input;
  if (key != ARGP_KEY_HELP_PRE_DOC)
    return (char *) text;
  char *list = cgo_append (NULL, "%s\n\n  cgo [-o DIR] FILE.c... [-- CFLAGS]\n"
			   "      translate goroutine code for compilers without the plugin\n",
			   text);
  for (const struct command *c = commands; c->name; c++)
    list = cgo_append (list, "  cgo %s%s%s\n      %s\n", c->name, *c->args ? " " : "", c->args,
		       c->what);
  return list;
}

static error_t
parse (int key, char *arg, struct argp_state *state)
{
  (void) arg;
  if (key == ARGP_KEY_NO_ARGS)
    argp_error (state, "no command");
  return key == ARGP_KEY_ARG ? ARGP_ERR_UNKNOWN : 0;
}

/* ARGV begins with the name of command C.  */

static int
run (const struct command *c, int argc, char **argv)
{
  argv[0] = cgo_append (NULL, "cgo %s", c->name);
  program_invocation_name = program_invocation_short_name = argv[0];
  int status = c->run (argc, argv);
  if (fflush (stdout) || ferror (stdout))
    error (CGO_FAILED, errno, "standard output");
  return status;
}

/* Whether ARG, the first argument, begins the form without a command: a file, or an option
   that is none of ours, as -o is.  */

static bool
files_p (const char *arg)
{
  if (arg[0] == '-')
    return arg[1] && !strchr ("-?V", arg[1]);
  return strpbrk (arg, "./");
}

int
main (int argc, char **argv)
{
  static const struct argp argp = {
    NULL, parse, "COMMAND ...", "What goroutines for C need beside the compiler."
    "\v`cgo COMMAND --help' says more, and so does the manual, `man cgo'.",
    NULL, help, NULL
  };
  argp_err_exit_status = CGO_USAGE;
  program_invocation_name = program_invocation_short_name = "cgo";
  for (const struct command *c = commands; argc > 1 && c->name; c++)
    if (strcmp (argv[1], c->name) == 0)
      return run (c, argc - 1, argv + 1);
  argv[0] = "cgo";
  if (argc > 1 && files_p (argv[1]))
    return cgo_translate (argc, argv);
  if (argc > 1 && argv[1][0] != '-')
    return cgo_unknown (argv[1]);
  argp_parse (&argp, argc, argv, 0, NULL, NULL);
  return CGO_USAGE;
}
