/* Pointers that nobody has declared: from dlsym, from a table of C's operations, to goroutine
   code, nested functions and the runtime, to memory that was filled with code, to the first
   function of a page with all vector registers in use.  What is C must run on g0: on the
   goroutine's stack it would overrun the segment.

   { dg-foreign "icall_c.c" }
   { dg-link "-ldl -z execstack" }  */

#include <cgo.h>
#include "check.h"
#include "icall.h"
#include <dlfcn.h>
#include <stdarg.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

const struct ops *c_ops (void) CGO_CALL;
int (*c_loader (void)) (int) CGO_CALL;

NOINLINE static long
deep (long n)
{
  volatile char room[200];
  room[0] = 0;
  return n > 0 ? deep (n - 1) + 1 + room[0] : room[0];
}

static long
mine (long a, double b, const char *c)
{
  return deep (100) + a + b + *c;
}

static long
sum (int n, ...)
{
  va_list ap;
  long s = deep (50) - 50;
  va_start (ap, n);
  while (n-- > 0)
    s += va_arg (ap, int);
  va_end (ap);
  return s;
}

/* The first function of a page: is the page before it there?  */

__attribute__ ((aligned (4096))) static double
doubles (double a, double b, double c, double d, double e, double f, double g, double h)
{
  return deep (50) - 50 + a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h;
}

static const struct ops my_ops = { .stack = deep, .mixed = mine, .sum = sum,
				   .doubles = doubles };

static const struct ops *
table (int i)
{
  static const struct ops *volatile tables[2];
  tables[0] = &my_ops;
  tables[1] = c_ops ();
  return tables[i];
}

/* A page of `lea 1(%rdi), %eax; ret': nothing is in front of it.  */
static int (*made (void)) (int)
{
  static const char code[] = { '\x8d', '\x47', 1, '\xc3' };
  long page = sysconf (_SC_PAGESIZE);
  char *p = mmap (NULL, 3 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS,
		  -1, 0);
  CHECK (p != MAP_FAILED);
  CHECK_EQ (munmap (p, page), 0);
  memcpy (p + page, code, sizeof code);
  CHECK_EQ (mprotect (p + page, page, PROT_READ | PROT_EXEC), 0);
  return (int (*) (int)) (p + page);
}

static long
call (long (*f) (long), long x)
{
  return f (x);
}

static void
all (void)
{
  struct big big = { { 1, 2, 3, 4, 5, 6, 7, 8 } };
  int outer = 3;
  NOINLINE long nested (long x) { return deep (100) + x + outer; }
  for (int i = 0; i < 2; i++)
    {
      const struct ops *o = table (i);
      CHECK_EQ (o->stack (300), 300);
      CHECK_EQ (o->mixed (1, 2.0, "\3"), 106);
      CHECK_EQ (o->sum (8, 1, 2, 3, 4, 5, 6, 7, 8), 36);
      CHECK (o->doubles (1, 2, 3, 4, 5, 6, 7, 8) == 204);
    }
  CHECK_EQ (table (1)->big (big).v[7], 16);
  CHECK_EQ (call (nested, 4), 107);
  char *(*volatile lookup) (const char *) = (char *(*) (const char *)) dlsym (RTLD_DEFAULT,
									      "getenv");
  CHECK (lookup ("PATH") != NULL);
  void (*volatile yield) (void) = cgo_gosched;
  yield ();
  int (*volatile plus) (int) = made ();
  CHECK_EQ (plus (41), 42);
  plus = c_loader ();
  CHECK_EQ (plus (41), 42);
  CHECK_EQ (deep (300), 300);
}

static void
worker (cgo_wg *wg)
{
  all ();
  cgo_wg_done (wg);
}

int
main (void)
{
  cgo_wg wg = CGO_WG_INIT;
  all ();
  cgo_wg_add (&wg, 20);
  for (int i = 0; i < 20; i++)
    CHECK_EQ (cgo_go (worker, &wg), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
