/* preempt=async in a library that a program in C opens while it runs, closes and opens again:
   the signal's handler finds the library's functions, by what the dynamic linker says, and the
   program's handler for SIGURG, which is older than the runtime, gets the program's signals and
   no others.  Meanwhile another thread opens and closes a library all the time, so that the
   handler must not wait for the dynamic linker's lock.  Otherwise the loops are never over.

   { dg-library "dlopen" }
   { dg-foreign "library-async_c.c" }
   { dg-options "-fplugin-arg-cgoplug-preempt=async" }  */

#include "spinners.h"

CGO_EXPORT void
lib_spin (volatile int *end)
{
  unsigned long n = 0, thrice = 0;
  do
    {
      n++;
      thrice += 3;
      __asm__ volatile ("" : "+r" (n), "+r" (thrice));
    }
  while (!*end);
  CHECK_EQ (thrice, 3 * n);
}

static volatile int *lib_end;

static void
spin (void)
{
  lib_spin (lib_end);
}

CGO_EXPORT void
lib_spinners (volatile int *end)
{
  int before = cgo_numgoroutine ();
  lib_end = end;
  run_loop (spin, end);
  /* They are about to return, still in the library.  */
  while (cgo_numgoroutine () > before)
    cgo_gosched ();
}
