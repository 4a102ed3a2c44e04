/* With the dynamic models each statement that uses a thread-local asks for its address, of a
   function that GCC may not reckon with; with the others nothing changes.

   { dg-options "-O2 -fPIC" }
   { dg-final { scan-function-times "f" "call\t__cgo_tls\\.there$" 2 } }
   { dg-final { scan-function-times "f" "call\t__cgo_tls\\.here$" 2 } }
   { dg-final { scan-function-times "quick_one" "__cgo_tls" 0 } }
   { dg-final { scan-function "__cgo_tls.there" "jmp\t\\*__cgo_tls_access@GOTPCREL\\(%rip\\)" } }
   { dg-final { scan-function-times "" "^__cgo_tls\\.there:" 1 } }  */

extern __thread int there;
static __thread int here;
static __thread int quick __attribute__ ((tls_model ("initial-exec")));
void g (void);

int
f (void)
{
  int a = there;
  g ();
  return a + there + here++;
}

int
quick_one (void)
{
  return quick++;
}
