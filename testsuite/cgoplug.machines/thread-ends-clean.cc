/* Behind a destructor the unwinder goes on by _Unwind_Resume, which with ThreadSanitizer is C that
   lends its P: a goroutine that ended there left its M in C, from which sysmon then took the P
   while the M ran others, and the program crashed.

   { dg-options "-fsanitize=thread" }

   SPDX-License-Identifier: MIT  */

#include <cgo.h>
#include "check.h"
#include <pthread.h>

enum { N = 30 };

static cgo_wg wg;
static int destroyed;
static volatile int nothing;

struct object
{
  ~object ()
  {
    __atomic_fetch_add (&destroyed, 1, __ATOMIC_RELAXED);
  }
};

struct done
{
  ~done ()
  {
    cgo_wg_done (&wg);
  }
};

static NOINLINE void
end (int n)
{
  object o;
  if (n > 1)
    end (n - 2);
  else if (n == 1 && !nothing)
    cgo_goexit ();
  else if (!nothing)
    pthread_exit (NULL);
}

static void
ender (int n)
{
  done d;
  cgo_gosched ();
  end (n);
}

int
main ()
{
  int frames = 0;
  cgo_wg_add (&wg, N);
  for (int i = 0; i < N; i++)
    {
      cgo_go (ender, i % 10);
      frames += i % 10 / 2 + 1;
    }
  cgo_wg_wait (&wg);
  CHECK_EQ (destroyed, frames);
}
