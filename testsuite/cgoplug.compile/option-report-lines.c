/* The report has a line for each function: its frame, whether and where there is a check, and
   why.

   { dg-options "-O2 -fplugin-arg-cgoplug-report=-" }  */

extern int use (int);

int
leaf (int x) /* { dg-warning "leaf: frame 0, no check: needs 8 of 640 bytes" } */
{
  return x + 1;
}

int
by_thunk (int x) /* { dg-warning "by_thunk: frame 8, no check: needs 24 of 640 bytes" } */
{
  return __builtin_printf ("%d", x) + 1; /* { dg-warning "by_thunk calls printf: C, default \\(builtin\\)" } */
}

int
calls (int x) /* { dg-warning "calls: frame 8, check at entry: calls use" } */
{
  return use (x) + 1; /* { dg-warning "calls calls use: goroutine code \\(declaration\\)" } */
}

int
early (int n, int m) /* { dg-warning "early: frame 8, check behind an early return: calls use" } */
{
  if (n < 2)
    return m;
  use (n); /* { dg-warning "early calls use: goroutine code \\(declaration\\)" } */
  return n;
}

int
pointer (int (*fn) (int)) /* { dg-warning "pointer: frame 8, check at entry: calls through a pointer" } */
{
  return fn (1) + 1; /* { dg-warning "pointer calls a pointer: as it finds" } */
}

int
fib (int n) /* { dg-warning "fib: frame \[0-9\]+, check .*: calls itself" } */
{
  return n < 2 ? n : fib (n - 1) + fib (n - 2); /* { dg-warning "fib calls fib: goroutine code \\(this unit\\)" } */
}

int
large (int n) /* { dg-warning "large: frame 50\[0-9\]+, check at entry: needs 50\[0-9\]+ bytes, more than 640" } */
{
  volatile char room[5000];
  room[n] = 1;
  return room[0];
}

__attribute__ ((cgo_nosplit)) int
nosplit (int n) /* { dg-warning "nosplit: frame 8, no check: by attribute" } */
{
  return use (n) + 1; /* { dg-warning "nosplit calls use: goroutine code \\(declaration\\)" } */
}

__attribute__ ((cgo_call)) int
in_c (int n) /* { dg-warning "in_c: frame 8, no check: C" } */
{
  return use (n) + 1;
}
