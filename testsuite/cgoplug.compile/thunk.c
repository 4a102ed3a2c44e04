/* A foreign call goes through the callee's thunk: hidden, comdat, one a callee and
   byte count, which loads the address from the GOT and changes r10 and r11 only.

   { dg-options "-O2" }
   { dg-final { scan-function "f" "(call|jmp)\t__cgo_thunk\\.c_zero$" } }
   { dg-final { scan-function "f" "(call|jmp)\t__cgo_thunk\\.c_many\\.16$" } }
   { dg-final { scan-function-times "" "^__cgo_thunk\\.c_zero:" 1 } }
   { dg-final { scan-function "" "\\.hidden\t__cgo_thunk\\.c_zero" } }
   { dg-final { scan-function "" "\\.section\t\[^\n\]*__cgo_thunk\\.c_zero,comdat" } }
   { dg-final { scan-function "__cgo_thunk.c_zero" "c_zero@GOTPCREL\\(%rip\\), %r11" } }
   { dg-final { scan-function "__cgo_thunk.c_zero" "jmp\t__cgo_asmcall0$" } }
   { dg-final { scan-function "__cgo_thunk.c_many.16" "jmp\t__cgo_asmcall4$" } }
   { dg-final { scan-function "__cgo_thunk.c_more.48" ".48, %r10d" } }
   { dg-final { scan-function "__cgo_thunk.c_more.48" "jmp\t__cgo_asmcall$" } }  */

int c_zero (int) __attribute__ ((cgo_call));
int c_many (int, int, int, int, int, int, int, int) __attribute__ ((cgo_call));
int c_more (int, int, int, int, int, int, int, int, int, int, int)
  __attribute__ ((cgo_call));

int
f (int x)
{
  return c_zero (x) + c_zero (x + 1) + c_many (1, 2, 3, 4, 5, 6, 7, x)
	 + c_more (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, x);
}
