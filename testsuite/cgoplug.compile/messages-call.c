/* Misuse of cgo_call: each is an error at the user's line that says what to write
   instead.

   { dg-options "-O2" }  */

int a __attribute__ ((cgo_call)); /* { dg-error "attribute 'cgo_call' applies to functions and pointers to functions, and 'a' is neither" } */
struct s { int m; } __attribute__ ((cgo_call)); /* { dg-error "attribute 'cgo_call' applies to functions and pointers to functions, not to type 'struct s'" } */
int b (void) __attribute__ ((cgo_call ("nonblockin"))); /* { dg-error "unknown mode 'nonblockin' of attribute 'cgo_call'; did you mean 'nonblocking'\\?" } */
int c (void) __attribute__ ((cgo_call ("xyzzyplugh"))); /* { dg-error "unknown mode 'xyzzyplugh' of attribute 'cgo_call'; the modes are '\"nonblocking\"', '\"blocking\"', '\"pin\"' and '\"leaf\", BYTES'" } */
int d (void) __attribute__ ((cgo_call (7))); /* { dg-error "the mode of attribute 'cgo_call' must be a string: '\"nonblocking\"', '\"blocking\"', '\"pin\"' or '\"leaf\", BYTES'" } */
int e (void) __attribute__ ((cgo_call ("leaf"))); /* { dg-error "mode '\"leaf\"' of attribute 'cgo_call' wants the bytes of stack the function needs, as in '\"leaf\", 128'" } */
int f (void) __attribute__ ((cgo_call ("leaf", 1.5))); /* { dg-error "the bytes of mode '\"leaf\"' of attribute 'cgo_call' must be an integer constant" } */
int g (void) __attribute__ ((cgo_call ("leaf", 0))); /* { dg-error "must be from 1 to 640; a function that needs more is '\"nonblocking\"'" } */
int h (void) __attribute__ ((cgo_call ("leaf", 5000))); /* { dg-error "must be from 1 to 640; a function that needs more is '\"nonblocking\"'" } */
int i (void) __attribute__ ((cgo_call ("pin", 1))); /* { dg-error "mode 'pin' of attribute 'cgo_call' takes no further argument" } */
int j (void) __attribute__ ((cgo_call ("pin"), cgo_call ("blocking"))); /* { dg-error "attribute 'cgo_call' given twice with different modes, ('pin' and 'blocking'|'blocking' and 'pin')" } */
int k (void) __attribute__ ((cgo_call, cgo_split)); /* { dg-error "'k' has both 'cgo_call', which says that it is C, and 'cgo_split', which says that it is goroutine code; remove one" } */
int l (void) __attribute__ ((cgo_call, cgo_export)); /* { dg-error "'l' has both 'cgo_call', which says that it is C, and 'cgo_export', which says that it is goroutine code that C calls; remove one" } */

__attribute__ ((cgo_call)) int
main (void) /* { dg-error "'cgo_call' on 'main', which is the main goroutine; compile the file without the plugin if it is to be C" } */
{
  return 0;
}
