/* Without the pragma each declaration of a C library's header would need an attribute, or
   the header be included with -isystem.  Modes, nesting, what says more than the pragma,
   and bodies in between.

   { dg-options "-O2 -Wall -Wextra -Wunknown-pragmas" }
   { dg-final { scan-function "f" "__cgo_thunk\\.one$" } }
   { dg-final { scan-function "f" "__cgo_thunk\\.two\\.block$" } }
   { dg-final { scan-function "f" "call\t\\*three@GOTPCREL" } }
   { dg-final { scan-function "f" "__cgo_thunk\\.four\\.nb$" } }
   { dg-final { scan-function "f" "call\t\\*five@GOTPCREL" } }
   { dg-final { scan-function "f" "__cgo_thunk\\.six$" } }
   { dg-final { scan-function "f" "call\t\\*strlen@GOTPCREL" } }
   { dg-final { scan-function "f" "__cgo_thunk\\.seven\\.pin$" } }
   { dg-final { scan-function "f" "call\t\\*outside@GOTPCREL" } }
   { dg-final { scan-function "inner" "__cgo_thunk\\.one$" } }
   { dg-final { scan-function "late" "__cgo_thunk\\.one$" } }
   { dg-final { scan-function "g" "__cgo_thunk\\.one\\(%rip\\)" } }
   { dg-final { scan-function-not "f" "__cgo_thunk\\.(inner|late)" } }
   { dg-final { scan-function "h" "__cgo_thunk\\.again\\.pin$" } }  */

#include <cgo.h>
#include <stddef.h>

int again (int);
int hidden_later (int);

CGO_CALL_PUSH
int one (int);
#pragma cgo call push blocking
int two (int);
#pragma cgo call push leaf, 64
int three (int);
#pragma cgo call pop
int four (int) CGO_CALL_NONBLOCKING;
CGO_SPLIT int five (int);
CGO_CALL_POP
int six (int);
size_t strlen (const char *);
/* Defined in between: goroutine code, and what it calls is C.  */
__attribute__ ((noipa)) static int
inner (int x)
{
  return one (x) + 1;
}
static int late (int);
#pragma cgo call push pin
extern int seven (int), again (int);
#pragma cgo call pop
CGO_CALL_POP

int outside (int) CGO_SPLIT;

__attribute__ ((noipa)) static int
late (int x)
{
  return one (x) + 2;
}

int
f (const char *s)
{
  return one (1) + two (2) + three (3) + four (4) + five (5) + six (6) + strlen (s)
	 + seven (7) + inner (8) + late (9) + outside (10);
}

int (*
g (void)) (int)
{
  return one;
}

int
h (int x)
{
  return again (x) + 1;
}
