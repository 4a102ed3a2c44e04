/* C, compiled by gcc without -fsplit-stack: it is on a system stack, with much room.  */

#include "values.h"
#include "check.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void
on_g0 (void)
{
  volatile char room[100000];
  room[0] = room[sizeof room - 1] = 1;
  CHECK_EQ (guard_slot (), 0);
}

struct small c_small (struct small s) { on_g0 (); s.a++; return s; }
struct pair c_pair (struct pair p) { on_g0 (); p.x *= 2; p.y *= 3; return p; }
struct mixed c_mixed (struct mixed m) { m.c++; m.d /= 2; return m; }
struct wide c_wide (struct wide w, int i) { w.v[i] += i; return w; }
struct bits c_bits (struct bits b) { b.a++; b.b++; b.c++; b.d++; return b; }
struct tight c_tight (struct tight t) { t.c++; t.i++; t.s++; return t; }
struct aligned c_aligned (struct aligned a) { a.i++; a.c++; return a; }
union either c_either (union either e) { e.d += 1; return e; }

struct nested
c_nested (struct nested n, long after)
{
  n.s[1].a += after;
  n.e.l++;
  n.f[0]++;
  return n;
}

long
c_ten (char a, short b, int c, long d, float e, double f, unsigned g, _Bool h, enum color i,
       const char *j)
{
  on_g0 ();
  return a + b + c + d + e + f + g + h + i + strlen (j);
}

long double
c_extended (long double x, _Complex double z)
{
  return x + __real__ z * __imag__ z;
}

__int128 c_int128 (__int128 i) { return -i; }

long
c_visit (visitor f, long n, void *arg)
{
  long sum = 0;
  on_g0 ();
  for (long i = 0; i < n; i++)
    sum += f (i, arg);
  on_g0 ();
  return sum;
}

double
c_sum (const char *types, ...)
{
  va_list ap;
  double sum = 0;
  on_g0 ();
  va_start (ap, types);
  for (; *types; types++)
    switch (*types)
      {
      case 'i': sum += va_arg (ap, int); break;
      case 'l': sum += va_arg (ap, long); break;
      case 'd': sum += va_arg (ap, double); break;
      case 'p': sum += va_arg (ap, struct pair).x; break;
      case 'w': sum += va_arg (ap, struct wide).v[8]; break;
      }
  va_end (ap);
  return sum;
}

char *
c_text (const char *format, ...)
{
  static char text[100];
  va_list ap;
  va_start (ap, format);
  vsnprintf (text, sizeof text, format, ap);
  va_end (ap);
  return text;
}

void c_fail (int err) { on_g0 (); errno = err; }
long c_old (int a, double b) { on_g0 (); return a + b; }
long c_label (long n) { on_g0 (); return n + 40; }
static long visited (long n, void *arg) { on_g0 (); return n + *(long *) arg; }
visitor c_pick (int which) { return which ? visited : go_visit; }
long c_blocking (long n) { on_g0 (); return n + 1; }
long c_nonblocking (long n) { on_g0 (); return n + 2; }
long c_pin (long n) { on_g0 (); return n + 3; }

/* C's own function of a name that goroutine code has, too.  */
long go_twin_entry (long) __asm__ ("go_twin");
int c_twin (int) __asm__ ("twin");
int c_twin (int n) { on_g0 (); return go_twin_entry (n) + 1; }

/* For values_g.c.  */
extern long entry_label (long) __asm__ ("go_labelled");
CGO_CALL long c_back (long);

long
c_back (long n)
{
  struct wide w = { { 0 } };
  on_g0 ();
  w.v[8] = n;
  go_void ();
  w = go_wide (w, (struct pair) { 1.5, 2.5f }, .25f);
  return w.v[8] + entry_label (1000);
}
