/* Segments are executable where the program says that its stack is, which nested.c needs; in
   all others no byte of a goroutine's stack may be, or an overflow of a buffer there is worse
   than in plain C.  */

#include <cgo.h>
#include "check.h"
#include <stdlib.h>
#include <string.h>

static cgo_wg wg;

/* Whether memory at WHERE can be read, written and executed, as in /proc/self/maps.  */
static const char *
may (void *where)
{
  static char may[8];
  char line[600];
  unsigned long from, to, address = (unsigned long) where;
  FILE *f = fopen ("/proc/self/maps", "r");
  CHECK (f != NULL);
  strcpy (may, "none");
  while (fgets (line, sizeof line, f))
    {
      char word[8];
      if (sscanf (line, "%lx-%lx %4s", &from, &to, word) == 3 && address >= from
	  && address < to)
	strcpy (may, word);
    }
  fclose (f);
  return may;
}

/* On first, later and large segments.  */
NOINLINE static int
deep (int n)
{
  volatile char room[20000];
  char verdict[8];
  room[n] = 0;
  strcpy (verdict, may ((void *) room));
  CHECK (strcmp (verdict, "rw-p") == 0);
  return n ? deep (n - 1) + room[n] : 0;
}

static void
other (void)
{
  volatile char room[10];
  room[0] = 0;
  CHECK (strcmp (may ((void *) room), "rw-p") == 0);
  CHECK_EQ (deep (10), 0);
  cgo_wg_done (&wg);
}

int
main (void)
{
  cgo_wg_add (&wg, 1);
  CHECK_EQ (cgo_go (other), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  CHECK_EQ (deep (3), 0);
  return 0;
}
