/* cgo.h - what the commands share.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_CGO_H
#define CGO_CGO_H 1

/* The exit statuses of all commands, as the man page has them.  */
enum
{
  CGO_OK = 0,			/* done; nothing to complain of */
  CGO_FOUND = 1,		/* the command found what is wrong with what it looked at */
  CGO_USAGE = 2,		/* bad option or argument */
  CGO_FAILED = 3		/* a file, a compiler or the system failed */
};

/* One command: a row of the table in main.c.  ARGV[0] is "cgo NAME"; the result is an exit
   status of those above.  */
struct command
{
  const char *name;
  int (*run) (int argc, char **argv);
  const char *args;		/* what follows the name, for --help */
  const char *what;		/* one line */
};

#endif
