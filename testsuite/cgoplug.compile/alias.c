/* An alias of C is C, and so is a weakref to it: called in place it would run on the
   small stack.

   { dg-options "-O2" }
   { dg-final { scan-function "f" "jmp\t__cgo_thunk\\.also$" } }
   { dg-final { scan-function "g" "leaq\t__cgo_thunk\\.also\\(%rip\\)" } }
   { dg-final { scan-function "h" "jmp\t__cgo_thunk\\.say$" } }
   { dg-final { scan-function "k" "jmp\t__cgo_thunk\\.far$" } }
   { dg-final { scan-function "goroutine" "jmp\t\\*?(go_also|go_body)" } }
   { dg-final { scan-function "" "\\.quad\t__cgo_thunk\\.also$" } }
   { dg-final { scan-function-not "" "\\.weak\t(say|far)$" } }  */

int body (int) __attribute__ ((cgo_call));
int body (int x) { return x + 1; }
int also (int) __attribute__ ((alias ("body")));

int c_far (int) __attribute__ ((cgo_call));
static int far (int) __attribute__ ((weakref ("c_far")));
static int say (const char *) __attribute__ ((weakref ("c_say"), cgo_call));

int f (int x) { return also (x); }
int (*g (void)) (int) { return also; }
int h (void) { return say ("x"); }
int k (void) { return c_far (1) ? far (1) : 0; }
int (*in_data) (int) = also;

__attribute__ ((noipa)) int go_body (int x) { return x; }
int go_also (int) __attribute__ ((alias ("go_body")));
int goroutine (int x) { return go_also (x); }
