/* main may be called again, also through its address: by goroutine code that is a call
   of its body, not another start of the program.

   { dg-options "-O2" }
   { dg-final { scan-function "main" "cmpq\t.0, %fs:0x70\[^\n\]*\n\tjne\tmain\\.cgo" } }
   { dg-final { scan-function "main" "jmp\t\\*__cgo_main@GOTPCREL" } }
   { dg-final { scan-function "" "^\"main: compile it with" } }  */

int (*volatile p) (int, char **);

int
main (int argc, char **argv)
{
  p = main;
  return argc ? p (argc - 1, argv) : 0;
}
