/* cgo_go is checked as a call is: each mistake is an error at its line.

   { dg-options "-O2" }  */

#include <cgo.h>

typedef int v8 __attribute__ ((vector_size (32)));
struct s { int a[10]; };

void two (int, char *);
void old ();
struct s memory (void);
void vector (v8);
void c_code (void) CGO_CALL;
void ms (int) __attribute__ ((ms_abi));
extern void (*c_pointer) (void) CGO_CALL;
int variable;

void
f (void)
{
  struct s s = { { 0 } };
  cgo_go (); /* { dg-error "'cgo_go' wants a function and its arguments, as in 'cgo_go \\(fn, 1, 2\\)'" } */
  cgo_go (variable); /* { dg-error "the first argument of 'cgo_go' must be a function or a pointer to one, and has type 'int'" } */
  cgo_go (two, 1); /* { dg-error "too few arguments for 'two' in 'cgo_go': it takes 2, 1 given" } */
  cgo_go (two, 1, "x", 3); /* { dg-error "too many arguments for 'two' in 'cgo_go': it takes 2, 3 given" } */
  cgo_go (two, s, "x"); /* { dg-error "incompatible type for argument 1 of 'two'" } */
  cgo_go (two, 1, 2); /* { dg-error "passing argument 2 of 'two' makes pointer from integer" } */
  cgo_go (old, 1); /* { dg-error "'old' has no prototype, so 'cgo_go' cannot check the arguments; declare its parameters" } */
  cgo_go (memory); /* { dg-error "'memory' returns 'struct s' in memory, which a goroutine has no caller to hold; start a function that returns 'void'" } */
  cgo_go (vector, (v8) { 0 }); /* { dg-error "argument 1 for 'vector' in 'cgo_go' has type 'v8'\[^\n\]* with a vector above 16 bytes, which a new goroutine cannot be passed; pass a pointer to it" } */
  cgo_go (c_pointer); /* { dg-error "'c_pointer' points to C code, which cannot be a goroutine; start a function that calls it" } */
  cgo_go (ms, 1); /* { dg-error "'ms' has attribute 'ms_abi', whose way to pass arguments 'cgo_go' does not know; remove the attribute" } */
}

