/* cgo.h - what the commands share.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_CGO_H
#define CGO_CGO_H 1

#include <argp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

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

/* ---- The commands ---- */

int cgo_vet (int argc, char **argv);		/* vet.c */
int cgo_header (int argc, char **argv);		/* header.c */
int cgo_list (int argc, char **argv);		/* list.c */
int cgo_doctor (int argc, char **argv);		/* doctor.c */

/* ---- main.c ---- */

/* "cgo: no command `NAME'", and which there are; CGO_USAGE.  */
int cgo_unknown (const char *name);

/* ---- memory.c: all of it to be freed ---- */

/* N elements of SIZE, of zeros.  */
void *cgo_alloc (size_t n, size_t size);
char *cgo_copy (const char *text);
/* ARRAY with room for one more behind its N elements of SIZE, which it had when it got the
   one before.  */
void *cgo_more (void *array, size_t n, size_t size);
/* TEXT, freed, or nothing if that is null, with the printed rest behind it.  */
char *cgo_append (char *text, const char *format, ...)
  __attribute__ ((format (printf, 2, 3)));

/* ---- run.c: the compiler, and files for it ---- */

/* The compiler, from CC, and what follows -fplugin=, from CGO_PLUGIN; or as configured.  */
const char *cgo_compiler (void);
const char *cgo_plugin (void);
/* WORD as one word of the shell, in quotes if it needs them; to be freed.  */
char *cgo_quoted (const char *word);
/* What is in FILE; to be freed.  */
char *cgo_read (const char *file);
/* Runs COMMAND by the shell, in the C locale, and returns what it writes to standard output
   and error, to be freed; *STATUS is its exit status, or 128 + the signal that ended it.  */
char *cgo_run (const char *command, int *status);
/* A directory for files that are gone when the command is done.  */
const char *cgo_temporary (void);
/* NAME of FILE below that with TEXT in it; to be freed.  */
char *cgo_temporary_file (const char *name, const char *text);

/* ---- declarations.c: what is in a header ---- */

struct declaration
{
  char *file;
  int line;
  char *name, *asmname;
  char *mode;			/* "default", "leaf 48", "goroutine": nobody says C */
  char *why;
  char *callback;		/* "no", "callback", "structure", "variadic" */
  char *type;
};

struct declarations
{
  char *header;			/* the file that #include found first */
  struct declaration *all;
  size_t n;
};

/* What a compiler with CFLAGS, words of the shell, finds declared in TEXT, C that only
   includes something: all of it.  Exits after saying what the compiler says if it
   fails.  */
struct declarations cgo_declarations (const char *text, const char *cflags);
/* Whether D belongs to the header, whose other parts are in the directory of it, unless
   that is one of the system's.  */
bool cgo_own_declaration (const struct declarations *all, const struct declaration *d);
/* The mode that D is to have, and in *WHY the reason for it.  */
const char *cgo_choose_mode (const struct declaration *d, const char **why);
/* The words of ARGV behind "--", quoted, for CFLAGS above; *ARGC is cut there.  To be
   freed.  */
char *cgo_split_flags (int *argc, char **argv);

#endif
