/* The pragmas stay where they are in what gcc -E writes, also those from macros.

   { dg-options "-O2 -Wall -Wextra -save-temps" }
   { dg-final { scan-function "f" "__cgo_thunk\\.one$" } }
   { dg-final { scan-function "f" "__cgo_thunk\\.two\\.block$" } }
   { dg-final { scan-function "f" "call\t\\*three@GOTPCREL" } }  */

#include <cgo.h>

#define BOTH(decl) CGO_CALL_PUSH_BLOCKING decl CGO_CALL_POP
CGO_CALL_PUSH
int one (int);
CGO_CALL_POP
BOTH (int two (int);)
CGO_SPLIT int three (int);

int
f (int x)
{
  return one (x) + two (x) + three (x) + 1;
}
