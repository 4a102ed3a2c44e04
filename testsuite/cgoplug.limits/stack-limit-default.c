/* The limit is 1 GiB unless told otherwise.

   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-timeout 60 }
   { dg-nostress "a segment for each frame is gigabytes" }
   { dg-output "cgo: goroutine \[0-9\]+: stack limit of 1 GiB reached in [a-z]+\n" }  */

#include <cgo.h>

static __attribute__ ((noinline)) long
recurse (long n)
{
  volatile char room[100000];	/* few pages are touched */
  room[50000] = n;
  return n < 0 ? n : recurse (n + 1) + room[50000];
}

static void
start (void)
{
  recurse (0);
}

int
main (void)
{
  cgo_go (start);
  cgo_sleep (100 * CGO_SECOND);
  return 0;
}
