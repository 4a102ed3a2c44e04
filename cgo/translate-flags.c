/* translate-flags.c - the flags that a file says it wants:

     #pragma cgo CFLAGS: -I/opt/frob/include
     #pragma cgo LDFLAGS: -lfrob
     #pragma cgo pkg-config: zlib

   They are read from the file as it is, since the first are wanted before it is preprocessed;
   so #if does not count.

   SPDX-License-Identifier: MIT  */

#include "cgo.h"
#include "translate.h"

#include <string.h>
#include <stdlib.h>

static const char blanks[] = " \t";

/* Behind WORD and blanks if S begins with it, else null.  */

static char *
after (char *s, const char *word)
{
  size_t n = strlen (word);
  if (strncmp (s, word, n) != 0)
    return NULL;
  return s + n + strspn (s + n, blanks);
}

static bool
pkg_config (const char *option, const char *names, struct strings *flags)
{
  const char *program = getenv ("PKG_CONFIG");
  struct strings argv = { NULL, 0 };
  char *file = cgo_temporary_file ("flags", "");
  cgo_add (&argv, program ? program : "pkg-config");
  cgo_add (&argv, option);
  cgo_add_words (&argv, names);
  bool good = cgo_execute (&argv, file);
  if (good)
    cgo_add_words (flags, cgo_read (file));
  free (file);
  return good;
}

static bool
one_pragma (const char *file, int line, char *rest, struct strings *cflags,
	    struct strings *ldflags)
{
  char *value;
  if ((value = after (rest, "CFLAGS:")))
    cgo_add_words (cflags, value);
  else if ((value = after (rest, "LDFLAGS:")))
    cgo_add_words (ldflags, value);
  else if ((value = after (rest, "pkg-config:")))
    {
      if (pkg_config ("--cflags", value, cflags) && pkg_config ("--libs", value, ldflags))
	return true;
      fprintf (stderr, "%s:%d: error: pkg-config does not know `%s'\n", file, line, value);
      return false;
    }
  else if (!after (rest, "call"))
    {
      fprintf (stderr, "%s:%d: error: unknown `#pragma cgo %s'; what is allowed is `CFLAGS:',"
	       " `LDFLAGS:', `pkg-config:' and `call'\n", file, line, rest);
      return false;
    }
  return true;
}

bool
cgo_flags_read (const char *file, struct strings *cflags, struct strings *ldflags)
{
  char *text = cgo_read (file), *next;
  bool good = true;
  int line = 0;
  for (char *s = text; s && *s; s = next)
    {
      next = strchr (s, '\n');
      if (next)
	*next++ = 0;
      line++;
      if ((s = after (s + strspn (s, blanks), "#")) && (s = after (s, "pragma"))
	  && (s = after (s, "cgo ")))
	good &= one_pragma (file, line, s, cflags, ldflags);
    }
  return good;
}
