/* What `cgo vet' must find in a program: each kind of function, call and entry once.  The
   chain worker > middle > bottom has a bound, and the program says how much stack it took:
   what vet says must be no less, and not much more.  cgo-tools.exp compiles this at many
   options, and looks.  */

#include <cgo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define NOIPA __attribute__ ((noipa))

int plain_c (int) CGO_CALL_NONBLOCKING;
int other_unit (int);

/* ROOM is used, whatever the compiler thinks of it.  */
#define USE(room) __asm__ volatile ("" : : "r" (room) : "memory")

static char *volatile lowest;
static int took;
static char text[200];

NOIPA static void
bottom (int n)
{
  char room[700];
  USE (room);
  lowest = room;
  text[0] = strlen (text + n);
}

NOIPA static void
middle (int n)
{
  char room[2000];
  USE (room);
  bottom (n);
  USE (room);
}

NOIPA static void
worker (cgo_wg *wg)
{
  char room[40];
  USE (room);
  middle (0);
  took = room + sizeof room - lowest;
  cgo_wg_done (wg);
}

NOIPA static int
fib (int n)
{
  return n < 2 ? n : fib (n - 1) + fib (n - 2);
}

NOIPA static void
recursive (cgo_wg *wg)
{
  text[1] = fib (5);
  cgo_wg_done (wg);
}

static void (*volatile pointer) (int) = bottom;

NOIPA static void
indirect (cgo_wg *wg)
{
  pointer (1);
  cgo_wg_done (wg);
}

NOIPA static void
variable (cgo_wg *wg, int n)
{
  char *room = alloca (n);
  memset (room, 1, n);
  text[2] = room[n / 2];
  cgo_wg_done (wg);
}

NOIPA CGO_EXPORT int
exported (int n)
{
  return n + other_unit (n);
}

__attribute__ ((section (".text.unused"), noipa)) void
unused_function (void)
{
  plain_c (1);
}

int
main (void)
{
  cgo_wg wg = CGO_WG_INIT;
  cgo_wg_add (&wg, 4);
  cgo_go (worker, &wg);
  cgo_go (recursive, &wg);
  cgo_go (indirect, &wg);
  cgo_go (variable, &wg, 100);
  cgo_wg_wait (&wg);
  void *volatile p = malloc (1);
  free (p);
  usleep (plain_c (1));
  printf ("took %d\n", took);
  return exported (1) == 5 ? 0 : 1;
}
