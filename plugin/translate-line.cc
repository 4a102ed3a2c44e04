/* translate-line.cc - the lines that `cgo' reads (translate.cc has their form).

   A structure's layout is told in a line of its own before the first that names its type.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "translate.h"

FILE *cgo_translate_out;

/* The layout of TYPE, which has these WORDS, unless it was told.  */

static void
put_layout (tree type, const char *words)
{
  static hash_set<nofree_string_hash> *told;
  if (!told)
    told = new hash_set<nofree_string_hash>;
  if (told->add (words))
    return;
  char *layout = cgo_type_layout (type);
  fprintf (cgo_translate_out, "t\t%s\t%s\n", words, layout);
  free (layout);
}

/* TYPE behind a tab; false if it has no words.  */

static bool
put_type (pretty_printer *pp, tree type)
{
  char *words = cgo_type_words (type);
  if (!words)
    return false;
  cgo_pp (pp, "\t%s", words);
  if (strpbrk (words, "{("))
    put_layout (type, words);
  return true;
}

char *
cgo_translate_types (const vec<tree> &types, location_t loc, tree name)
{
  pretty_printer pp;
  for (tree type : types)
    if (!put_type (&pp, type))
      {
	cgo_report (loc, CGO_MSG_TRANSLATE_TYPE, type, name);
	return NULL;
      }
  return xstrdup (pp_formatted_text (&pp));
}

void
cgo_translate_place (char kind, location_t loc)
{
  expanded_location at = expand_location (loc);
  fprintf (cgo_translate_out, "%c\t%d\t%d\t%s", kind, at.line, at.column, at.file);
}
