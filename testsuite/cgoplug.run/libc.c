/* Without sound modes in libc.def ordinary programs crash or crawl: a walk through
   libc and libm from goroutines at odd depths, results compared with what they
   are known to be.

   { dg-link "-lm" }  */

#include <cgo.h>
#include "check.h"
#include <ctype.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <wchar.h>

static cgo_wg wg;

NOINLINE static void
strings (int n)
{
  char a[64] = "goroutine", b[64];
  CHECK_EQ (strlen (a), 9);
  CHECK (strcpy (b, a) == b && strcmp (a, b) == 0);
  CHECK (memchr (a, 't', 9) == a + 5 && strchr (a, 'r') == a + 2);
  CHECK (strstr (a, "rout") == a + 2 && strrchr (a, 'o') == a + 3);
  memmove (b + 2, b, 8);
  CHECK (memcmp (b, "gogorouti", 9) == 0);
  memset (b, n, sizeof b);
  CHECK (b[0] == (char) n && b[63] == (char) n);
  char *copy = strdup (a), *save;
  CHECK (strcmp (strtok_r (copy, "u", &save), "goro") == 0);
  free (copy);
  CHECK (isalpha ('x') && !isdigit ('x') && toupper ('x') == 'X');
  CHECK_EQ (wcslen (L"wide"), 4);
}

NOINLINE static void
numbers (double x)
{
  CHECK (fabs (sin (x) * sin (x) + cos (x) * cos (x) - 1) < 1e-12);
  CHECK (fabs (exp (log (x)) - x) < 1e-12);
  CHECK (fabs (pow (x, 2) - x * x) < 1e-9 && floor (x + .5) <= x + .5);
  CHECK (fabs (tgamma (5) - 24) < 1e-9 && fabsl (sqrtl (2) - 1.41421356237309504880L) < 1e-15L);
  CHECK_EQ (strtol ("-123", NULL, 10), -123);
  CHECK (strtod ("2.5e3", NULL) == 2500 && atoi ("77") == 77);
  CHECK_EQ (labs (-5), 5);
  CHECK_EQ (div (17, 5).rem, 2);
}

NOINLINE static void
memory (int n)
{
  char *p[20];
  for (int i = 0; i < 20; i++)
    {
      p[i] = malloc (i * 1000 + n);
      memset (p[i], i, i * 1000 + n);
    }
  for (int i = 0; i < 20; i++)
    {
      p[i] = realloc (p[i], i * 2000 + n);
      CHECK (p[i] && p[i][0] == i);
      free (p[i]);
    }
  char *c = calloc (n, 1);
  CHECK (c && c[n - 1] == 0);
  free (c);
}

NOINLINE static void
at (int depth)
{
  volatile char room[90];
  room[0] = depth;
  if (depth > 0)
    at (depth - 1);
  strings (depth);
  numbers (depth + .5);
  memory (depth + 1);
  CHECK_EQ (room[0], (char) depth);
}

static void
worker (int n)
{
  char text[64];
  time_t t = 86400 * n;
  struct tm tm;
  at (n * 5);
  CHECK (gmtime_r (&t, &tm) == &tm);
  CHECK (strftime (text, sizeof text, "%j", &tm) == 3);
  CHECK_EQ (atoi (text), n + 1);
  cgo_wg_done (&wg);
}

int
main (void)
{
  cgo_wg_add (&wg, 20);
  for (int i = 0; i < 20; i++)
    CHECK_EQ (cgo_go (worker, i), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
