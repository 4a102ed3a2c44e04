/* libc's functions are foreign because a system header declares them, in the mode of
   libc.def; so are calls GCC makes itself (memcpy for a structure), and a
   function of the user's own headers is not.

   { dg-options "-O2" }
   { dg-final { scan-function "f" "__cgo_thunk\\.puts" } }
   { dg-final { scan-function "f" "__cgo_thunk\\.strdup\\.nb" } }
   { dg-final { scan-function "__cgo_thunk.strdup.nb" "jmp\t__cgo_asmcall_nb0$" } }
   { dg-final { scan-function "f" "__cgo_thunk\\.perror" } }
   { dg-final { scan-function-not "f" "call\tstrlen|__cgo_thunk\\.(getenv|strlen)|__cgo_thunk\\.mine" } }
   { dg-final { scan-function-not "copy" "call\tmemcpy" } }  */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int mine (void *);
struct big { char c[10000]; };

int
f (const char *s)
{
  puts (s);
  perror (s);
  return mine (strdup (s)) + strlen (s) + mine (getenv (s));
}

void
copy (struct big *a, const struct big *b)
{
  *a = *b;
}
