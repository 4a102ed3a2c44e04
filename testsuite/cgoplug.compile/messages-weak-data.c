/* Static data cannot choose between a weak function's thunk and null.

   { dg-options "-O2" }  */

int unknown (int) __attribute__ ((weak));
int c_weak (int) __attribute__ ((weak, cgo_call));
int known (int) __attribute__ ((weak, cgo_split));

struct { int n; int (*p) (int); } table[] = { { 1, known }, { 2, c_weak } }; /* { dg-error "weak C function 'c_weak' in the initialiser of 'table', which could not be null were it missing; assign it at run time" } */
int (*pointer) (int) = unknown; /* { dg-error "weak 'unknown' may be missing" } */
static int (*unused) (int) = c_weak; /* nobody sees it */
