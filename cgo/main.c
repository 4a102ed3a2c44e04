/* main.c - cgo: finds the command and runs it.

   `cgo COMMAND ...' runs that; `cgo FILE.c ... -- CFLAGS', without one, translates
   (the command of Go's of which this is the counterpart has that form, too).

   SPDX-License-Identifier: MIT  */

#include "cgo.h"
#include "translate.h"

#include <argp.h>
#include <error.h>
#include <stdio.h>
#include <string.h>

static const struct command commands[] = {
  { NULL, NULL, NULL, NULL }
};

int
main (int argc, char **argv)
{
  for (const struct command *c = commands; argc > 1 && c->name; c++)
    if (strcmp (argv[1], c->name) == 0)
      return c->run (argc - 1, argv + 1);
  return cgo_translate (argc, argv);
}
