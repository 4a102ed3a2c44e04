/* Without C's streams that work from many goroutines at once, on many threads,
   lines get lost or mixed: each line of each goroutine arrives whole.  */

#include <cgo.h>
#include "check.h"
#include <stdlib.h>
#include <string.h>

enum { WORKERS = 10, LINES = 200 };

static FILE *file;
static cgo_wg wg;

static void
worker (int n)
{
  for (int i = 0; i < LINES; i++)
    {
      CHECK (fprintf (file, "%d %d %s %g\n", n, i, "some text", i + .5) > 0);
      if (i % 50 == 0)
	fflush (file);
    }
  cgo_wg_done (&wg);
}

int
main (void)
{
  char name[] = "stdio-test-XXXXXX", line[200];
  int next[WORKERS] = { 0 }, fd = mkstemp (name);
  CHECK (fd >= 0);
  file = fdopen (fd, "w+");
  CHECK (file != NULL);
  unlink (name);
  cgo_wg_add (&wg, WORKERS);
  for (int i = 0; i < WORKERS; i++)
    CHECK_EQ (cgo_go (worker, i), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  rewind (file);
  while (fgets (line, sizeof line, file))
    {
      int n, i;
      char a[20], b[20];
      double d;
      CHECK_EQ (sscanf (line, "%d %d %19s %19s %lf", &n, &i, a, b, &d), 5);
      CHECK (n >= 0 && n < WORKERS);
      CHECK_EQ (i, next[n]++);
      CHECK (strcmp (a, "some") == 0 && strcmp (b, "text") == 0 && d == i + .5);
    }
  for (int i = 0; i < WORKERS; i++)
    CHECK_EQ (next[i], LINES);
  CHECK_EQ (fclose (file), 0);
  return 0;
}
