/* gen.c - writes a program that makes each call of some signatures by every route.

     gen SEED COUNT DIR [nojit]

   The signatures of SEED, SEED + 1, ... go to these files of DIR (shapes.h says what the
   parts are): shapes-types.h; types.c; callees.c, C by gcc alone; routes.c, goroutine code;
   and callees.jit, those whose callee jit.c is to make, unless `nojit' says that gcc must.

   SPDX-License-Identifier: MIT  */

#include "gen.h"
#include <stdlib.h>
#include <sys/stat.h>

enum { MOST_SIGNATURES = 1000 };
struct signature all[MOST_SIGNATURES];
int count;
bool use_jit = true;

static FILE *
create (const char *dir, const char *name)
{
  char path[4096];
  snprintf (path, sizeof path, "%s/%s", dir, name);
  FILE *f = fopen (path, "w");
  if (!f)
    {
      perror (path);
      exit (2);
    }
  return f;
}

void
close_file (FILE *f)
{
  if (fclose (f) != 0)
    {
      perror ("gen");
      exit (2);
    }
}

int
main (int argc, char **argv)
{
  static const struct { const char *name; void (*print) (FILE *); } files[] =
  {
    { "shapes-types.h", types_header }, { "types.c", types_unit },
    { "callees.c", callees_unit }, { "routes.c", routes_unit },
    { "callees.jit", jit_unit }
  };
  if (argc < 4 || (count = atoi (argv[2])) < 1 || count > MOST_SIGNATURES)
    {
      fprintf (stderr, "usage: gen SEED COUNT DIR [nojit]\n");
      return 2;
    }
  use_jit = argc < 5;
  for (int i = 0; i < count; i++)
    signature_make (&all[i], i, strtoull (argv[1], NULL, 10) + i);
  mkdir (argv[3], 0777);
  for (unsigned i = 0; i < sizeof files / sizeof *files; i++)
    {
      FILE *f = create (argv[3], files[i].name);
      files[i].print (f);
      close_file (f);
    }
  return 0;
}
