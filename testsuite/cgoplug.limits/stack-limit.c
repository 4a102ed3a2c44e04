/* Runaway recursion: ended at the stack limit with a named error and a traceback
   that names the function, the file and the line, not by eating all memory.

   { dg-env "CGODEBUG=stacklimit=16777216" }
   { dg-status 2 }
   { dg-output "cgo: goroutine 1: stack limit of 16 MiB reached in recurse\n.*recurse.*stack-limit.c:1\[0-9\].*" }  */

static volatile long depth;
static __attribute__ ((noinline)) long
recurse (long n)
{
  volatile char room[64];
  room[0] = n;
  depth++;
  return n < 0 ? n : recurse (n + 1) + room[0];
}

int
main (void)
{
  return recurse (0);
}
