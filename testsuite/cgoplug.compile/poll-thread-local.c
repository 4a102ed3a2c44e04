/* GCC keeps a thread-local in a register while a loop runs, and stores it behind the loop: after a
   poll that would be another thread's.  So loops of functions that use any have none.

   { dg-options "-O2 -fplugin-arg-cgoplug-preempt=loops" }
   { dg-final { scan-function-not "count" "LcgoP" } }  */

#include <cgo.h>

static __thread unsigned long counter;

void
count (const volatile char *a)
{
  for (unsigned long i = 0; a[i]; i++)
    if (a[i] == 'x')
      counter++;
}

unsigned long
counted (void)
{
  return counter;
}
