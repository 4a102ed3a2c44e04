/* The function that -fprofile-generate has called at entry is C, though GCC declares it
   wherever it happens to be.

   { dg-options "-O2 -fprofile-generate" }
   { dg-final { scan-function-not "" "__gcov\[a-z_0-9\]*: compile it with" } }
   { dg-final { scan-function "f" "__cgo_thunk\\.__gcov_indirect_call_profiler" } }  */

int f (int (*p) (int)) { return p (1); }
