/* Each function of this unit that others may call leaves a marker, and each call of
   a function that is neither foreign nor of this unit refers to one: what is C
   without saying so fails at link time, by name.

   { dg-options "-O2" }
   { dg-final { scan-function "" "^\"visible: compile it with the cgoplug plugin or declare it CGO_CALL\":$" } }
   { dg-final { scan-function "hidden_one" "\"elsewhere: compile it with the cgoplug plugin or declare it CGO_CALL\"" } }
   { dg-final { scan-function-not "" "(hidden_one|puts|c_function|cgo_gosched): compile" } }
   { dg-final { scan-function "" "__cgo_abi_3" } }  */

#include <cgo.h>
#include <stdio.h>

void elsewhere (void);
void c_function (void) CGO_CALL;

__attribute__ ((noinline)) static void
hidden_one (void)
{
  elsewhere ();
  puts ("x");
}

void
visible (void)
{
  hidden_one ();
  c_function ();
  cgo_gosched ();
}
