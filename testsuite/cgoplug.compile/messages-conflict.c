/* What two places say of one function and is not the same: warnings, and what holds.

   { dg-options "-O2 -fplugin-arg-cgoplug-foreign=listed:blocking" }
   { dg-final { scan-function "g" "__cgo_thunk\\.f$" } }
   { dg-final { scan-function "g" "__cgo_thunk\\.h\\.pin$" } }
   { dg-final { scan-function "g" "__cgo_thunk\\.pushed$" } }
   { dg-final { scan-function "g" "__cgo_thunk\\.listed\\.nb$" } }
   { dg-final { scan-function "g" "__cgo_thunk\\.same\\.nb$" } }  */

int f (void) __attribute__ ((cgo_call ("nonblocking")));
int f (void) __attribute__ ((cgo_call)); /* { dg-warning "'f' is declared with modes 'nonblocking' and 'default'; the safer holds, 'default' \\\[-Wcgo-conflict\\\]" } */
int h (void) __attribute__ ((cgo_call ("pin")));
int h (void) __attribute__ ((cgo_call ("blocking"))); /* { dg-warning "'h' is declared with modes '(pin' and 'blocking|blocking' and 'pin)'; the safer holds, 'pin' \\\[-Wcgo-conflict\\\]" } */
int same (void) __attribute__ ((cgo_call ("nonblocking")));
int same (void);
int same (void) __attribute__ ((__cgo_call__ ("nonblocking")));
int listed (void) __attribute__ ((cgo_call ("nonblocking"))); /* { dg-warning "'listed' is declared with mode 'nonblocking', which holds, and -fplugin-arg-cgoplug-foreign says 'blocking' \\\[-Wcgo-conflict\\\]" } */

#pragma cgo call push nonblocking
int pushed (void);
int defined (void);
int inlined (void);
static int local (void);
#pragma cgo call pop
#pragma cgo call push
int pushed (void); /* { dg-warning "'pushed' is declared with modes 'nonblocking' and 'default'; the safer holds, 'default'" } */
#pragma cgo call pop

int
g (void)
{
  return f () + h () + pushed () + listed () + same ();
}

int
defined (void) /* { dg-warning "'defined' is declared as C under '#pragma cgo call push' and defined as goroutine code; move the declaration out, or compile the definition without the plugin \\\[-Wcgo-conflict\\\]" } */
{
  return local ();
}

inline int inlined (void) { return 1; }
static int local (void) { return 2; }
