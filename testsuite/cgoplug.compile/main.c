/* main becomes the main goroutine: the name is the start, the body is local.

   { dg-options "-O2" }
   { dg-final { scan-function "" "\\.globl\tmain$" } }
   { dg-final { scan-function-not "" "\\.globl\tmain\\.cgo$" } }
   { dg-final { scan-function "main" "leaq\tmain\\.cgo\\(%rip\\), %rcx" } }
   { dg-final { scan-function "main" "jmp\t\\*__cgo_main@GOTPCREL\\(%rip\\)" } }  */

int other (int *);

int
main (void)
{
  int v[4] = { 0 };
  return other (v);
}
