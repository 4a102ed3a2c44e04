/* list.cc - what the command line says about functions by name, for headers that one
   cannot edit.

     -fplugin-arg-cgoplug-list=FILE		 a line a function, NAME [MODE [BYTES]];
						 what stands behind # is a comment
     -fplugin-arg-cgoplug-foreign=NAME[:MODE[:BYTES]],...
						 the same in one word

   A name is an assembler name, and may be a pattern for fnmatch.  Both options can be
   given several times; what comes later holds.  The order between a name and a pattern is
   that of foreign.cc: a name says something about one function and goes before libc.def, a
   pattern goes behind it, or `*' would make C of every leaf function.

   FILE is looked for as it stands, then, if it has no slash, in the directories of
   CGO_LIST_PATH and where the lists that come with cgoplug are installed.

   Nothing is looked up before the first call is classified, and nothing here knows of
   declarations: a name in a list that nobody declares does no harm.

   Rejected: putting cgo_call on the type of each declaration that a list names.  The type
   of a pointer to it would differ from what the header says, which g++ tells the user of
   wherever such a type is the argument of a template.

   Debugging: the report (report.cc) names the line that decided.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"

/* Where to look besides the current directory, with colons.  */
#define PATH_VARIABLE "CGO_LIST_PATH"

struct pattern_row
{
  const char *pattern;
  struct cgo_class c;
};

typedef hash_map<nofree_string_hash, struct cgo_class> name_map;
static name_map *names;
static auto_vec<pattern_row> patterns;

static bool
pattern_p (const char *name)
{
  return strpbrk (name, "*?[") != NULL;
}

/* Whether NAME can be one, or a pattern for some.  */

static bool
name_p (const char *name)
{
  for (const char *s = name; *s; s++)
    if (!ISALNUM (*s) && !strchr ("_.$*?[]!^-", *s))
      return false;
  return *name && !ISDIGIT (*name);
}

void
cgo_list_add (const char *name, const struct cgo_class *c)
{
  if (pattern_p (name))
    {
      pattern_row row = { xstrdup (name), *c };
      patterns.safe_push (row);
      return;
    }
  if (!names)
    names = new name_map;
  names->put (xstrdup (name), *c);
}

bool
cgo_list_name (const char *asmname, struct cgo_class *c)
{
  struct cgo_class *found = names ? names->get (asmname) : NULL;
  if (found)
    *c = *found;
  return found;
}

bool
cgo_list_pattern (const char *asmname, struct cgo_class *c)
{
  for (unsigned i = patterns.length (); i-- > 0;)
    if (!fnmatch (patterns[i].pattern, asmname, 0))
      {
	*c = patterns[i].c;
	return true;
      }
  return false;
}

/* ---- Files ---- */

/* What is read, and for each name of it the line.  */
struct list_file
{
  const char *name;
  int line;
  hash_map<nofree_string_hash, int> lines;
};

/* NAME in the directories of PATH, which are separated by colons.  */

static FILE *
open_in (const char *path, const char *name)
{
  FILE *f = NULL;
  while (path && *path && !f)
    {
      size_t n = strcspn (path, ":");
      char *full = xasprintf ("%.*s/%s", (int) n, path, name);
      f = fopen (full, "r");
      free (full);
      path += n + (path[n] == ':');
    }
  return f;
}

static FILE *
open_list (const char *name)
{
  const char *path = getenv (PATH_VARIABLE);
  FILE *f = fopen (name, "r");
  if (f || strchr (name, '/'))
    {
      if (!f)
	cgo_report (UNKNOWN_LOCATION, CGO_MSG_LIST_OPEN, name);
      return f;
    }
  f = open_in (path, name);
  if (!f)
    f = open_in (CGO_LISTDIR, name);
  if (!f)
    cgo_report (UNKNOWN_LOCATION, CGO_MSG_LIST_FIND, name, path ? path : "",
		path && *path ? ":" : "", CGO_LISTDIR);
  return f;
}

/* WORDS, null behind the last, at WHERE.  */

static bool
add_words (const char *where, char **words)
{
  struct cgo_class c;
  if (!name_p (words[0]))
    return !cgo_report (UNKNOWN_LOCATION, CGO_MSG_LIST_NAME, where, words[0]);
  if (!cgo_mode_words (UNKNOWN_LOCATION, where, words[1], words[1] ? words[2] : NULL, &c))
    return false;
  if (words[1] && words[2] && words[3])
    return !cgo_report (UNKNOWN_LOCATION, CGO_MSG_LIST_EXTRA, where, words[3]);
  c.why = where;
  cgo_list_add (words[0], &c);
  return true;
}

/* Cuts TEXT at the characters of DELIMITERS into at most four WORDS.  */

static void
cut (char *text, const char *delimiters, char **words)
{
  char *state;
  char *word = strtok_r (text, delimiters, &state);
  for (int i = 0; i < 4; i++)
    {
      words[i] = word;
      if (word)
	word = strtok_r (NULL, delimiters, &state);
    }
  words[4] = NULL;
}

static bool
one_line (struct list_file *list, char *text)
{
  char *words[5];
  text[strcspn (text, "#")] = 0;
  cut (text, " \t\r\n\f\v", words);
  if (!words[0])
    return true;
  char *where = xasprintf ("%s:%d", list->name, list->line);
  if (int *before = list->lines.get (words[0]))
    return !cgo_report (UNKNOWN_LOCATION, CGO_MSG_LIST_TWICE, where, words[0], *before);
  list->lines.put (xstrdup (words[0]), list->line);
  return add_words (where, words);
}

/* Every bad line is reported.  */

bool
cgo_list_read (const char *name)
{
  FILE *f = open_list (name);
  if (!f)
    return false;
  struct list_file list;
  list.name = name;
  list.line = 0;
  char *text = NULL;
  size_t size = 0;
  bool good = true;
  while (getline (&text, &size, f) >= 0)
    {
      list.line++;
      good &= one_line (&list, text);
    }
  if (ferror (f))
    good = !cgo_report (UNKNOWN_LOCATION, CGO_MSG_LIST_OPEN, name);
  free (text);
  fclose (f);
  return good;
}

/* ---- foreign=... ---- */

bool
cgo_list_option (const char *value)
{
  static const char where[] = "-fplugin-arg-cgoplug-foreign";
  char *text = xstrdup (value), *state, *words[5];
  bool good = true;
  for (char *item = strtok_r (text, ",", &state); item; item = strtok_r (NULL, ",", &state))
    {
      cut (item, ":", words);
      if (words[0])
	good &= add_words (where, words);
    }
  free (text);
  return good;
}
