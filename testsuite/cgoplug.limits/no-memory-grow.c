/* No memory when a stack grows: a named error that says how much was wanted.

   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: goroutine 1: out of memory for a stack segment of \[0-9\]+ bytes\n" }  */

#include <cgo.h>
#include <sys/resource.h>

static __attribute__ ((noinline)) long
recurse (long n)
{
  volatile char room[4000];
  room[0] = n;
  return n == 0 ? 0 : recurse (n - 1) + room[0];
}

int
main (void)
{
  struct rlimit little = { 64 << 20, 64 << 20 };
  setrlimit (RLIMIT_AS, &little);
  return recurse (1 << 20) & 1;
}
