/* Without a cold path inside the function's FDE, an unwinder that is interrupted
   there (perf, a signal) goes wrong: it stands between .cfi_startproc and
   .cfi_endproc of its function, in the same section, and begins with the CFI of
   the entry.

   { dg-options "-O2" }
   { dg-final { scan-function "f" "__morestack(.|\n)*\\.cfi_endproc" } }
   { dg-final { scan-function-not "f" "subsection" } }
   { dg-final { scan-function "f" "\\.cfi_def_cfa(_offset)? (rsp, *|7, *)?8(.|\n)*call\t__morestack" } }  */

extern int g (int *);

int
f (int x)
{
  int a[4] = { x, x, x, x };
  return g (a) + a[1];
}
