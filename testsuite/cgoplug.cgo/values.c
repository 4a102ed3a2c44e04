/* Goroutine code that was translated calls C, with all kinds of arguments and results, and is
   called back: wrong records or stubs would change a value, a stub that did not switch would
   leave C on a goroutine's stack.  */

#include "values.h"
#include "check.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <pthread.h>

static CGO_EXPORT int
compare (const void *a, const void *b)
{
  CHECK (guard_slot () != 0);
  cgo_gosched ();
  return *(const int *) a - *(const int *) b;
}

CGO_EXPORT long
go_visit (long n, void *arg)
{
  volatile char room[20000];
  room[0] = room[sizeof room - 1] = 0;
  CHECK (guard_slot () != 0);
  return n + *(long *) arg + room[0];
}

static void
structures (void)
{
  struct wide w = { { 0 } };
  CHECK_EQ (c_small ((struct small) { 1 }).a, 2);
  struct pair p = c_pair ((struct pair) { 1.5, 2 });
  CHECK (p.x == 3 && p.y == 6);
  struct mixed m = c_mixed ((struct mixed) { 'a', 7 });
  CHECK (m.c == 'b' && m.d == 3.5);
  w.v[7] = 100;
  CHECK_EQ (c_wide (c_wide (w, 7), 8).v[7], 107);
  struct bits b = c_bits ((struct bits) { 5, 100, -(1L << 38), 3 });
  CHECK (b.a == 6 && b.b == 101 && b.c == 1 - (1L << 38) && b.d == 4);
  struct tight t = c_tight ((struct tight) { 1, 1 << 30, 3 });
  CHECK (t.c == 2 && t.i == (1 << 30) + 1 && t.s == 4);
  struct aligned a = c_aligned ((struct aligned) { 10, 20 });
  CHECK (a.i == 11 && a.c == 21);
  CHECK (c_either ((union either) { .d = 2 }).d == 3);
  struct nested n = { { { 1 }, { 2 } }, { .l = 3 }, { 4 } };
  n = c_nested (n, 1000);
  CHECK (n.s[0].a == 1 && n.s[1].a == 1002 && n.e.l == 4 && n.f[0] == 5);
}

static void
scalars (void)
{
  CHECK_EQ (c_ten ('\1', -2, 3, 1000, .5f, 2.5, 7, 2, RED, "four"), 1016);
  CHECK (c_extended (.5L, 3 + 2i) == 6.5L);
  CHECK (c_int128 ((__int128) 1 << 100) == -((__int128) 1 << 100));
  CHECK_EQ (c_strange (2), 42);
  CHECK_EQ (c_old (2, 3.5), 5);
  CHECK_EQ (c_blocking (10), 11);
  CHECK_EQ (c_nonblocking (10), 12);
}

static void
variadic (void)
{
  struct wide w = { { 0 } };
  char text[40];
  w.v[8] = 1000;
  CHECK (c_sum ("") == 0);
  CHECK (c_sum ("ildpw", 1, 20L, .5, (struct pair) { 300, 1 }, w) == 1321.5);
  CHECK (c_sum ("ddddddddddi", 1., 2., 3., 4., 5., 6., 7., 8., 9., 10.f, (char) 11) == 66);
  CHECK_EQ (snprintf (text, sizeof text, "%s %.1f%c", "pi", c_sum ("d", 3.1), '!'), 7);
  CHECK (strcmp (text, "pi 3.1!") == 0);
  CHECK (c_text ("%d-%s", c_small ((struct small) { 4 }).a, c_text ("%c", 'x'))[0] == '5');
}

/* A member, a variable and a label with the names of C functions.  */
struct table { long (*c_strange) (long); visitor c_visit; };

static void
pointers (void)
{
  static const struct table table = { c_strange, go_visit };
  static long (*volatile blocking) (long) = c_blocking;
  struct table free = { .c_strange = c_nonblocking, .c_visit = &go_visit };
  int list[] = { 3, 9, 5 };
  long arg = 100;
  CHECK_EQ (table.c_strange (1), 41);
  CHECK_EQ (free.c_strange (1), 3);
  CHECK_EQ (blocking (1), 2);
  CHECK_EQ (c_visit (table.c_visit, 4, &arg), 406);
  CHECK_EQ (c_visit (free.c_visit, 4, &arg), 406);
  CHECK_EQ (c_pick (0) (1, &arg), 101);
  CHECK_EQ (c_visit (c_pick (1), 4, &arg), 406);
  CHECK (c_pick (0) == go_visit && c_pick (0) == table.c_visit);
  CHECK_EQ (go_visit (1, &arg), 101);
  qsort (list, 3, sizeof *list, compare);
  CHECK_EQ (list[0] * 100 + list[1] * 10 + list[2], 359);
  goto malloc;
malloc:;
  char *p = malloc (1000);
  memset (p, 1, 1000);
  CHECK_EQ (p[999], 1);
}

static void
started (cgo_chan *c, struct pair p, char n, double d, struct wide w, const char *s, float f)
{
  long sum = p.x + p.y + n + d + w.v[8] + strlen (s) + f;
  for (int i = 0; i < 20; i++)
    {
      c_fail (1000 + sum);
      CHECK_EQ (errno, 1000 + sum);
      cgo_gosched ();
      CHECK_EQ (errno, 1000 + sum);
      CHECK_EQ (other (sum), sum + 3 + 1007);
    }
  cgo_chan_send (c, &sum);
}

static void
nothing (void)
{
}

static void
goroutines (void)
{
  struct wide w = { { 0 } };
  cgo_chan *c = cgo_chan_make (sizeof (long), 0);
  void (*volatile pointer) (void) = nothing;
  long value, sum = 0;
  for (int i = 0; i < 10; i++)
    {
      w.v[8] = i;
      CHECK_EQ (cgo_go (started, c, (struct pair) { 1, 2 }, 3, 4, w, "five", 6), 0);
      CHECK_EQ (cgo_go (pointer), 0);
    }
  for (int i = 0; i < 10; i++, sum += value)
    cgo_chan_recv (c, &value);
  CHECK_EQ (sum, 200 + 45);
  CHECK_EQ (cgo_go (c_blocking, 5L), 0);
}

int
main (int argc, char **argv)
{
  CHECK (argc == 1 && argv[1] == NULL && guard_slot () != 0);
  structures ();
  scalars ();
  variadic ();
  pointers ();
  goroutines ();
  CHECK_EQ (other (1), 1 + 3 + 1007);
  CHECK_EQ (c_pin (1), 4);
  printf ("%s\n", "done");
}
