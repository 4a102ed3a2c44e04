/* Without dlsym as goroutine code expects it a program could not look up functions: what it
   finds is called in the right way, C or goroutine code, also as a callback, and RTLD_NEXT
   and RTLD_DEFAULT begin at the object that asks, not at libcgo.

   { dg-foreign "pointer_c.c" }
   { dg-link "-rdynamic -Wl,--no-as-needed -lm" }  */

#define _GNU_SOURCE
#include <cgo.h>
#include "check.h"
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

int hungry (int) CGO_CALL;

/* The first in the order of RTLD_DEFAULT; libc's is the next.  */
pid_t
getppid (void)
{
  pid_t (*next) (void) = (pid_t (*) (void)) dlsym (RTLD_NEXT, "getppid");
  CHECK (next != NULL && next != getppid);
  return -next ();
}

int goroutine_code (int);
int
goroutine_code (int x)
{
  volatile char room[2000];
  room[x] = x;
  cgo_gosched ();
  return room[x] + 1;
}

CGO_EXPORT int
compare (const void *a, const void *b)
{
  cgo_gosched ();
  return *(const int *) a - *(const int *) b;
}

typedef int (*function) (int);
typedef void *(*lookup) (void *, const char *);

static void
check_functions (lookup look, void *where)
{
  function f = (function) look (where, "goroutine_code");
  CHECK (f == goroutine_code);
  CHECK_EQ (f (3), 4);
  f = (function) look (where, "hungry");
  CHECK_EQ (f (3), 4);
  CHECK_EQ (((function) cgo_foreign_ptr (look (where, "hungry"))) (4), 5);
  int (*c) (int) CGO_CALL_BLOCKING
    = (CGO_CALL_BLOCKING int (*) (int)) cgo_foreign_ptr (look (where, "hungry"));
  CHECK_EQ (c (5), 6);
  double (*cosine) (double) = (double (*) (double)) look (where, "cos");
  CHECK (cosine (0) == 1);
}

static void
check_callback (void)
{
  int a[] = { 5, 3, 9, 1, 7 };
  int (*by) (const void *, const void *) = dlsym (RTLD_DEFAULT, "compare");
  void (*sort) (void *, size_t, size_t, int (*) (const void *, const void *));
  sort = dlsym (RTLD_DEFAULT, "qsort");
  CHECK (by == compare && sort != NULL);
  sort (a, 5, sizeof *a, by);
  for (int i = 0; i < 5; i++)
    CHECK_EQ (a[i], 2 * i + 1);
}

int
main (void)
{
  lookup through = dlsym;
  HIDE (through);
  void *self = dlopen (NULL, RTLD_NOW);
  CHECK (self != NULL);
  for (int i = 0; i < 50; i++)
    {
      check_functions (dlsym, RTLD_DEFAULT);
      check_functions (through, self);
      check_callback ();
      pid_t (*first) (void) = (pid_t (*) (void)) through (RTLD_DEFAULT, "getppid");
      CHECK (first == getppid);
      CHECK (first () < 0);
      pid_t (*next) (void) = (pid_t (*) (void)) through (RTLD_NEXT, "getppid");
      CHECK (next != NULL && next != getppid);
      CHECK (next () > 0);
    }
  dlclose (self);
  return 0;
}
