/* Half a page for the first segment, for programs with millions of goroutines that do little:
   what starts a goroutine, its arguments on the stack, and what it calls must fit or grow.

   { dg-env "CGODEBUG=segment=2048" }  */

#include <cgo.h>
#include "check.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct big { char c[1500]; };

static cgo_wg wg = CGO_WG_INIT;

NOINLINE static int
deep (int n)
{
  volatile char room[50];
  room[n % 50] = n;
  return n == 0 ? 0 : deep (n - 1) + 1 + (room[n % 50] != (char) n);
}

static void
small (int n)
{
  char text[40];
  cgo_gosched ();
  snprintf (text, sizeof text, "%d", n);
  CHECK_EQ (deep (n % 300), n % 300);
  cgo_gosched ();
  CHECK_EQ (atoi (text), n);
  cgo_wg_done (&wg);
}

static void
args (long a, long b, long c, long d, long e, long f, long g, long h, struct big s, double x)
{
  CHECK_EQ (a + b + c + d + e + f + g + h, 36);
  CHECK (s.c[0] == 'a' && s.c[1499] == 'z' && x == 0.5);
  CHECK_EQ (deep (100), 100);
  cgo_wg_done (&wg);
}

int
main (void)
{
  struct big s;
  memset (&s, 0, sizeof s);
  s.c[0] = 'a';
  s.c[1499] = 'z';
  cgo_wg_add (&wg, 2000);
  for (int i = 0; i < 1000; i++)
    {
      CHECK_EQ (cgo_go (small, i), 0);
      CHECK_EQ (cgo_go (args, 1, 2, 3, 4, 5, 6, 7, 8, s, 0.5), 0);
    }
  cgo_wg_wait (&wg);
  return 0;
}
