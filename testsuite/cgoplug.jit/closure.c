/* Without closures C's callbacks have no data of their own: each letter as argument and result,
   many closures of one function, calls from goroutines, threads of C's and each other, at once;
   bad signatures; freed from within; and nothing is lost.

   { dg-foreign "closure_c.c" }
   { dg-link "-lcgojit" }  */

#include <cgo.h>
#include <cgo/closure.h>
#include "check.h"
#include <errno.h>

long c_letters (void *fn) CGO_CALL;
long c_floats (void *fn) CGO_CALL;
long c_long (void *fn, long n) CGO_CALL;
long c_bool (void *fn) CGO_CALL;
long c_threads (void *fn, long threads, long times) CGO_CALL;

struct data { long add; void *code; };

static signed char
letters (signed char c, unsigned char uc, short s, unsigned short us, int i, unsigned u, long l,
	 unsigned long ul, void *p, struct data *d)
{
  CHECK (guard_slot () != 0);
  CHECK_EQ (c, -1);
  CHECK_EQ (uc, 255);
  CHECK_EQ (s, -2);
  CHECK_EQ (us, 65534);
  CHECK_EQ (i, -3);
  CHECK_EQ (u, 4294967293);
  CHECK_EQ (l, -4);
  CHECK_EQ (ul, -4L);
  CHECK (p == (void *) 5);
  return -d->add;
}

static long double
floats (float f, double x, long double y, double a, double b, double c, double e, double g,
	double h, struct data *d)
{
  cgo_gosched ();
  return f + x + y + a + b + c + e + g + h + d->add;
}

static _Bool
truth (_Bool a, _Bool b, struct data *d)
{
  return a && !b && d->add;
}

static long
wait (long n, struct data *d)
{
  volatile char room[3000];
  room[n & 7] = 0;
  CHECK (guard_slot () != 0);
  cgo_gosched ();
  return n + d->add + room[n & 7];
}

/* C, below which this is, calls another closure.  */
static long
nest (long n, struct data *d)
{
  return n == 0 ? d->add : c_long (d->code, n - 1) + 1;
}

static void
freed (struct data *d)
{
  CHECK_EQ (cgo_closure_free (d->code), 0);
  d->code = NULL;
}

static void
types (void)
{
  struct data d = { 100, NULL };
  void *code = cgo_closure_new (letters, &d, "c(cCsSiIlLp)");
  CHECK_EQ (c_letters (code), -100);
  CHECK_EQ (cgo_closure_free (code), 0);
  code = cgo_closure_new (floats, &d, "D(fdDdddddd)");
  CHECK_EQ (c_floats (code), 145);
  CHECK_EQ (cgo_closure_free (code), 0);
  code = cgo_closure_new (truth, &d, "b(bb)");
  CHECK_EQ (c_bool (code), 1);
  CHECK_EQ (cgo_closure_free (code), 0);
}

static void
worker (long number, cgo_wg *wg)
{
  struct data d = { number, NULL };
  long (*code) (long) = cgo_closure_new (wait, &d, "l(l)");
  CHECK (code != NULL);
  for (int i = 0; i < 20; i++)
    {
      CHECK_EQ (c_long (code, i), i + number);
      CHECK_EQ (code (i), i + number);
    }
  CHECK_EQ (cgo_closure_free (code), 0);
  d.code = cgo_closure_new (nest, &d, "l(l)");
  CHECK_EQ (c_long (d.code, 10), number + 10);
  CHECK_EQ (cgo_closure_free (d.code), 0);
  void (*once) (void) = d.code = cgo_closure_new (freed, &d, "v()");
  once ();
  CHECK (d.code == NULL);
  cgo_wg_done (wg);
}

static void
bad (void)
{
  static const char *const signatures[] =
    { "", "i", "i(", "i)", "x()", "i(x)", "i(v)", "i(i", "i(i))", "ii(i)", " i()", "i (i)",
      "i(iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii)" };
  for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
    {
      errno = 0;
      CHECK (cgo_closure_new (types, NULL, signatures[i]) == NULL);
      CHECK_EQ (errno, EINVAL);
    }
  CHECK (cgo_closure_new (NULL, NULL, "v()") == NULL && errno == EINVAL);
  CHECK (cgo_closure_new (types, NULL, NULL) == NULL && errno == EINVAL);
  CHECK_EQ (cgo_closure_free (NULL), 0);
  errno = 0;
  CHECK_EQ (cgo_closure_free (&errno), -1);
  CHECK_EQ (errno, EINVAL);
}

/* In KiB.  */
static long
resident (void)
{
  long pages = 0;
  FILE *f = fopen ("/proc/self/statm", "r");
  CHECK (f != NULL && fscanf (f, "%*d %ld", &pages) == 1);
  fclose (f);
  return pages * 4;
}

/* Many at once, then none: memory is as it was.  libffi's is not malloc's.  */
static void
leak (void)
{
  enum { MANY = 2000, ROUNDS = 20 };
  static void *codes[MANY];
  struct data d = { 1, NULL };
  long before = 0;
  for (int round = 0; round < ROUNDS; round++)
    {
      for (int i = 0; i < MANY; i++)
	CHECK ((codes[i] = cgo_closure_new (wait, &d, "l(l)")) != NULL);
      for (int i = 0; i < MANY; i++)
	CHECK_EQ (cgo_closure_free (codes[(i * 7L) % MANY]), 0);
      if (round == 1)
	before = resident ();
    }
  CHECK (resident () <= before + 1000);
}

int
main (void)
{
  cgo_wg wg = CGO_WG_INIT;
  types ();
  bad ();
  cgo_wg_add (&wg, 20);
  for (long i = 0; i < 20; i++)
    CHECK_EQ (cgo_go (worker, i, &wg), 0);
  struct data d = { 7, NULL };
  void *code = cgo_closure_new (wait, &d, "l(l)");
  CHECK_EQ (c_threads (code, 4, 100), 0);
  cgo_wg_wait (&wg);
  CHECK_EQ (cgo_closure_free (code), 0);
  leak ();
  return 0;
}
