/* vet.c - `cgo vet PROGRAM': what the plugin made of a program.

   Everything comes from the file: the records that the plugin left in it (program.c), the
   depths that follow from them (depth.c), and how it is bound.  tables.c prints it.  Nothing
   is run.

   What is wrong, and makes the exit status 1: goroutine code of another ABI than this
   release's; goroutine code that calls, as such, something in the program that has neither
   record nor check; a leaf function of the program that a lazy PLT may surprise; records
   that were stripped, all of them or an object's.

   SPDX-License-Identifier: MIT  */

#include "program.h"
#include "cgo/abi.h"
#include "cgo/vet.h"

#include <error.h>
#include <stdarg.h>

static bool all, wrong;

static void __attribute__ ((format (printf, 1, 2)))
complain (const char *format, ...)
{
  va_list ap;
  va_start (ap, format);
  printf ("wrong: ");
  vprintf (format, ap);
  putchar ('\n');
  va_end (ap);
  wrong = true;
}

/* ---- What is wrong ---- */

static void
check_abi (const struct program *p)
{
  if (p->abi && p->abi != CGO_ABI_VERSION)
    complain ("goroutine code of ABI %d, and this release has ABI %d: compile it again", p->abi,
	      CGO_ABI_VERSION);
  if (p->other_abi)
    complain ("goroutine code of two ABIs, %d and %d", p->abi, p->other_abi);
}

/* An object may have been stripped before it was linked.  */

static void
check_records (const struct program *p)
{
  for (size_t i = 0; i < p->nplaces; i++)
    if (!cgo_artificial_p (p->places[i]->name) && cgo_unrecorded_p (p, p->places[i]))
      complain ("%s is goroutine code without a record: its object was stripped, or an older"
		" plugin compiled it", p->places[i]->name);
}

static void
check_calls (const struct program *p)
{
  for (size_t i = 0; i < p->nfunctions; i++)
    for (size_t j = 0; j < p->functions[i].ncalls; j++)
      {
	const struct call *c = &p->functions[i].calls[j];
	if ((c->how & CGO_VET_KIND) == CGO_VET_GOROUTINE && !c->to && c->symbol
	    && c->symbol->defined && c->symbol->code && !c->symbol->guarded
	    && !cgo_artificial_p (c->name) && !cgo_unrecorded_p (p, c->symbol))
	  complain ("%s calls %s as goroutine code, which has no stack check",
		    p->functions[i].name, c->name);
      }
}

/* Goroutine code binds when the program starts, whatever ld is told; so what a lazy PLT may
   meet is a leaf function of this program's own that calls a library.  */

static void
check_binding (const struct program *p)
{
  printf ("\nbinding: ");
  if (!p->dynamic)
    printf ("static\n");
  else if (p->now)
    printf ("now\n");
  else if (!p->plt)
    printf ("lazy, and nothing to bind\n");
  else
    printf ("lazy; goroutine code does not use it\n");
  if (!p->dynamic || p->now || !p->plt)
    return;
  for (size_t i = 0; i < p->nfunctions; i++)
    for (size_t j = 0; j < p->functions[i].ncalls; j++)
      {
	const struct call *c = &p->functions[i].calls[j];
	if ((c->how & CGO_VET_KIND) == CGO_VET_LEAF && c->symbol && c->symbol->code)
	  complain ("%s calls %s in place, which may bind lazily and take 3.2 KB of stack: "
		    "link with -z now", p->functions[i].name, c->name);
      }
}

static int
vet (const char *file)
{
  struct program p;
  cgo_program_read (&p, file);
  if (!p.nfunctions && !p.abi)
    error (CGO_FAILED, 0, "%s: no goroutine code, or it was stripped", file);
  printf ("%s: goroutine code of ABI %d\n", file, p.abi);
  check_abi (&p);
  if (!p.nfunctions)
    {
      complain ("its section " CGO_VET_SECTION " was stripped, or an older plugin compiled it");
      return CGO_FOUND;
    }
  cgo_program_depths (&p);
  check_records (&p);
  check_calls (&p);
  cgo_print_functions (&p, all);
  cgo_print_calls (&p, all);
  cgo_print_depths (&p, all);
  cgo_print_others (&p, all);
  check_binding (&p);
  return wrong ? CGO_FOUND : CGO_OK;
}

/* ---- The command ---- */

static error_t
parse (int key, char *arg, struct argp_state *state)
{
  const char **file = state->input;
  switch (key)
    {
    case 'a':
      all = true;
      return 0;
    case ARGP_KEY_ARG:
      if (*file)
	argp_error (state, "one program at a time, not `%s' too", arg);
      *file = arg;
      return 0;
    case ARGP_KEY_NO_ARGS:
      argp_error (state, "which program?");
      return 0;
    default:
      return ARGP_ERR_UNKNOWN;
    }
}

int
cgo_vet (int argc, char **argv)
{
  static const struct argp_option options[] = {
    { "all", 'a', NULL, 0, "Print all rows of each table", 0 },
    { NULL, 0, NULL, 0, NULL, 0 }
  };
  static const struct argp argp = {
    options, parse, "PROGRAM",
    "Say what the plugin made of a program or shared library: functions, frames and stack "
    "checks, calls of C and their modes, how deep each entry of a goroutine may go, what "
    "has no stack check, and how it is bound.\v"
    "Exit status: 0 if nothing is wrong, 1 if something is, 2 for a bad option, 3 if the "
    "file cannot be read or has no goroutine code.", NULL, NULL, NULL
  };
  const char *file = NULL;
  argp_parse (&argp, argc, argv, 0, NULL, &file);
  return vet (file);
}
