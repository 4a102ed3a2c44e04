/* A weak C function may be missing: its address is then null, not that of its thunk.

   { dg-options "-O2" }
   { dg-final { scan-function "f" "cmpq\t.0, maybe@GOTPCREL|maybe@GOTPCREL\\(%rip\\)" } }
   { dg-final { scan-function "g" "maybe@GOTPCREL" } }
   { dg-final { scan-function "g" "__cgo_thunk\\.maybe" } }
   { dg-final { scan-function "__cgo_thunk.maybe" "maybe@GOTPCREL" } }
   { dg-final { scan-function "" "\\.weak\tmaybe$" } }
   { dg-final { scan-function-not "h" "compile it with" } }  */

int maybe (int) __attribute__ ((weak, cgo_call));
int maybe_go (int) __attribute__ ((weak, cgo_split));

int f (int x) { return maybe ? maybe (x) : 0; }
int (*g (void)) (int) { return maybe; }
int h (int x) { return maybe_go ? maybe_go (x) : 0; }
int (*in_data) (int) = maybe_go;
