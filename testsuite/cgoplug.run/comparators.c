/* libc's functions that call a function of the program: the comparators of trees and linear
   searches, what walks a directory, scans one, and runs once.  Plain goroutine code among
   them runs on g0 in place, where it needs no goroutine; exported, it may wait.

   { dg-options "-D_GNU_SOURCE" }  */

#include <cgo.h>
#include "check.h"
#include <dirent.h>
#include <ftw.h>
#include <pthread.h>
#include <search.h>
#include <stdlib.h>
#include <string.h>

enum { N = 300 };

static unsigned long guards;
static int calls;

static int
plain (const void *a, const void *b)
{
  guards |= guard_slot ();
  calls++;
  return *(const int *) a - *(const int *) b;
}

CGO_EXPORT int
exported (const void *a, const void *b)
{
  CHECK (guard_slot () != 0);
  if (calls++ % 50 == 0)
    cgo_sleep (CGO_MICROSECOND);
  return *(const int *) a - *(const int *) b;
}

static void
visit (const void *node, VISIT order, int depth)
{
  guards |= guard_slot ();
  calls += order == postorder || order == leaf;
  (void) node, (void) depth;
}

CGO_EXPORT void
visit_exported (const void *node, VISIT order, int depth)
{
  CHECK (guard_slot () != 0);
  cgo_gosched ();
  visit (node, order, depth);
}

static void
tree (int (*compare) (const void *, const void *), void (*fn) (const void *, VISIT, int))
{
  static int v[N];
  void *root = NULL;
  for (int i = 0; i < N; i++)
    {
      v[i] = i * 7 % N;
      CHECK (tsearch (&v[i], &root, compare) != NULL);
    }
  calls = 0;
  twalk (root, fn);
  CHECK_EQ (calls, N);
  for (int i = 0; i < N; i++)
    {
      CHECK (**(int **) tfind (&i, &root, compare) == i);
      CHECK (tdelete (&i, &root, compare) != NULL);
    }
  size_t n = N;
  int key = 17;
  CHECK_EQ (*(int *) lfind (&key, v, &n, sizeof v[0], compare), 17);
  qsort (v, N, sizeof v[0], compare);
}

static int
on_file (const char *path, const struct stat *s, int type, struct FTW *f)
{
  guards |= guard_slot ();
  (void) s, (void) f;
  calls += type == FTW_F && strstr (path, "/file") != NULL;
  return 0;
}

CGO_EXPORT int
on_file_exported (const char *path, const struct stat *s, int type, struct FTW *f)
{
  CHECK (guard_slot () != 0);
  cgo_sleep (CGO_MICROSECOND);
  return on_file (path, s, type, f);
}

static int
no_dot (const struct dirent *d)
{
  guards |= guard_slot ();
  return d->d_name[0] != '.';
}

static void
files (void)
{
  char dir[] = "comparators.XXXXXX", name[64];
  struct dirent **list;
  CHECK (mkdtemp (dir) != NULL);
  for (int i = 0; i < 5; i++)
    {
      snprintf (name, sizeof name, "%s/file%d", dir, i);
      fclose (fopen (name, "w"));
    }
  calls = guards = 0;
  CHECK_EQ (nftw (dir, on_file, 4, FTW_PHYS), 0);
  CHECK_EQ (calls, 5);
  CHECK_EQ (scandir (dir, &list, no_dot, alphasort), 5);
  CHECK_EQ (guards, 0);
  for (int i = 0; i < 5; i++)
    free (list[i]);
  free (list);
  CHECK_EQ (nftw (dir, on_file_exported, 4, FTW_PHYS), 0);
  CHECK_EQ (calls, 10);
  for (int i = 0; i < 5; i++)
    {
      snprintf (name, sizeof name, "%s/file%d", dir, i);
      unlink (name);
    }
  CHECK_EQ (rmdir (dir), 0);
}

static void
once (void)
{
  guards |= guard_slot ();
  calls++;
}

static void
all (cgo_wg *wg)
{
  static pthread_once_t control = PTHREAD_ONCE_INIT;
  guards = 0;
  tree (plain, visit);
  calls = 0;
  pthread_once (&control, once);
  CHECK (calls <= 1);
  CHECK_EQ (guards, 0);
  tree (exported, visit_exported);
  files ();
  cgo_wg_done (wg);
}

int
main (void)
{
  for (int i = 0; i < 3; i++)
    {
      cgo_wg wg = CGO_WG_INIT;
      cgo_wg_add (&wg, 1);
      CHECK_EQ (cgo_go (all, &wg), 0);
      CHECK_EQ (cgo_wg_wait (&wg), 0);
    }
  return 0;
}
