/* translate.h - what the files of the translator share.

   The steps are those of translate.c.  Everything lives until the command ends; nothing is
   freed.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_TRANSLATE_H
#define CGO_TRANSLATE_H 1

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* ---- translate-run.c: lists, files, processes ---- */

/* A list of strings that grows; ends in null.  */
struct strings
{
  char **v;
  size_t n;
};
void cgo_add (struct strings *, const char *);
void cgo_add_all (struct strings *, const struct strings *);
/* The words of TEXT, as a shell reads them that only knows quotes and backslashes.  */
void cgo_add_words (struct strings *, const char *text);
FILE *cgo_create (const char *dir, const char *file, char **path);
void cgo_close (FILE *, const char *path);
/* Runs ARGV; its standard output goes to FILE if that is not null.  True if it exits
   with 0.  */
bool cgo_execute (const struct strings *argv, const char *file);

/* ---- The records: what the plugin tells (plugin/translate.cc) ---- */

struct type
{
  char *words;			/* C */
  char *name;			/* of the typedef */
  long size, align;
  struct strings members;	/* "NAME OFFSET" */
};

/* A function that needs a stub, an entry, or a start of goroutines.  */
struct function
{
  char kind;			/* f, v, g, e: as in plugin/translate.cc */
  const char *name, *asmname;
  const char *mode;
  bool is_static;		/* e */
  int fixed;			/* v, g: parameters before `...'; -1 */
  const char *ret;
  struct strings args;
  char *stub;			/* its part of the names in _obj, where no other has it */
  struct unit *unit;		/* whose .cgo2.c has it */
};

/* Something at a place of the text: a call (v, g) or an address (a).  */
struct place
{
  char kind;
  const char *file, *name;
  int line, col;
  struct function *fn;		/* null: a */
  size_t *found, nfound;	/* where in the text: more than once, if it is in a file that
				   is included twice */
};

/* ---- translate-text.c: one file's text ---- */

struct line
{
  size_t offset;
  const char *file;		/* what the user calls it */
  int number;
};

/* At OFFSET, REMOVE bytes become TEXT.  */
struct edit
{
  size_t offset, remove;
  char *text;
  int order;
};

struct unit
{
  const char *file;		/* as it was given */
  char *stem;			/* the last part of its name, without .c */
  char *id;			/* that as part of an identifier */
  char *text;
  size_t len;
  struct line *lines;
  size_t nlines;
  struct edit *edits;
  size_t nedits;
  struct place *places;
  size_t nplaces;
  struct function **renames;	/* f and e of this file */
  size_t nrenames;
  struct strings defines, needs;	/* symbols */
  bool has_main;
};

/* One line of text for each line of the user's, in UNIT, from the output of gcc -E.  */
void cgo_text_read (struct unit *, const char *preprocessed);
void cgo_text_write (const struct unit *, const char *path);
/* Makes the edits that the records of UNIT ask for; false after an error.  */
bool cgo_text_translate (struct unit *);
/* Bytes FROM to TO as they are after the edits.  */
void cgo_text_print (const struct unit *, FILE *, size_t from, size_t to);

/* ---- translate-place.c ---- */

/* Finds all places of UNIT; false after an error.  */
bool cgo_places_find (struct unit *);

/* ---- translate-token.c ---- */

enum token
{
  TOKEN_END, TOKEN_NAME, TOKEN_OTHER, TOKEN_MARKER
};
/* The token at or behind *POS of TEXT, which ends at LEN; *POS is where it begins, *END where
   it ends.  A marker is a whole line.  */
enum token cgo_token (const char *text, size_t len, size_t *pos, size_t *end);
bool cgo_token_is (const char *text, size_t pos, size_t end, const char *word);
/* The end of what begins with the parenthesis at POS, behind its counterpart.  */
size_t cgo_token_skip (const char *text, size_t len, size_t pos);

/* ---- translate-dump.c ---- */

extern struct type *cgo_types;
extern size_t cgo_ntypes;
extern struct function **cgo_functions;
extern size_t cgo_nfunctions;
/* Reads what the plugin wrote of UNIT.  */
void cgo_dump_read (struct unit *, const char *path);
/* What a parameter of type WORDS is called: the words or a typedef's name.  */
const char *cgo_type_name (const char *words);
const struct type *cgo_type_find (const char *words);

/* ---- translate-name.c ---- */

/* What is to be its `stub': its name, with a number behind it if another has that.  */
char *cgo_make_stub (const struct function *);
/* What f, v and g become: a function of ours.  */
char *cgo_stub_name (const struct function *);
/* Now all text has been read: what tells this run from others is in it.  */
void cgo_tag_run (const struct unit *, size_t n);
/* Macros for the symbols of a function.  */
void cgo_write_symbols (FILE *, const struct function *);
/* The symbol that C has for e.  */
const char *cgo_entry_symbol (const struct function *);

/* ---- translate-flags.c ---- */

/* Adds what FILE's `#pragma cgo' lines say; false after an error.  */
bool cgo_flags_read (const char *file, struct strings *cflags, struct strings *ldflags);

/* ---- translate-write.c, translate-stub.c ---- */

void cgo_write_all (const char *dir, struct unit *, size_t n, const struct strings *cflags,
		    const struct strings *ldflags);
void cgo_write_stub (FILE *, const struct function *);
void cgo_write_record (FILE *, const struct function *);
void cgo_write_entry (FILE *, const struct function *);
void cgo_write_prototype (FILE *, const struct function *, const char *name);

int cgo_translate (int argc, char **argv);

#endif
