/* The thunk of a static function is static: shared by its name, one unit would call
   another unit's function of that name.

   { dg-options "-O2" }
   { dg-final { scan-function "f" "jmp\t__cgo_thunk\\.helper$" } }
   { dg-final { scan-function "g" "leaq\t__cgo_thunk\\.helper\\(%rip\\)" } }
   { dg-final { scan-function "" "^__cgo_thunk\\.helper:$" } }
   { dg-final { scan-function-not "" "\\.(weak|hidden|globl)\t__cgo_thunk\\.helper" } }
   { dg-final { scan-function-not "" "__cgo_thunk\\.helper,comdat" } }
   { dg-final { scan-function "" "\\.quad\t__cgo_thunk\\.helper$" } }  */

static int helper (int) __attribute__ ((cgo_call));
static int helper (int x) { return x + 1; }

int f (int x) { return helper (x); }
int (*g (void)) (int) { return helper; }
int (*in_data) (int) = helper;
