/* Each mode has its entry, and `leaf' none: it is called in place.

   { dg-options "-O2" }
   { dg-final { scan-function "" "jmp\t__cgo_asmcall0$" } }
   { dg-final { scan-function "" "jmp\t__cgo_asmcall_nb0?$" } }
   { dg-final { scan-function "" "jmp\t__cgo_asmcall_block$" } }
   { dg-final { scan-function "" "jmp\t__cgo_asmcall_pin$" } }
   { dg-final { scan-function "f" "call\t\\*c_leaf@GOTPCREL\\(%rip\\)" } }
   { dg-final { scan-function-not "" "__cgo_thunk\\.c_leaf" } }  */

#include <cgo.h>

void c_default (void) CGO_CALL;
void c_nonblocking (void) CGO_CALL_NONBLOCKING;
void c_blocking (void) CGO_CALL_BLOCKING;
void c_pin (void) CGO_CALL_PIN;
void c_leaf (void) CGO_CALL_LEAF (100);

void
f (void)
{
  c_default ();
  c_nonblocking ();
  c_blocking ();
  c_pin ();
  c_leaf ();
  __asm__ ("");
}
