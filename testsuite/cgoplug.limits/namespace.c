/* A traceback calls an exported function as the source does, not as C does, and a goroutine
   function that has a symbol of its own by that: `area' alone would be C's.

   { dg-foreign "namespace_c.c" }
   { dg-status 2 }
   { dg-output "cgo: goroutine 1: unlock of an unlocked mutex\n\ngoroutine 1 \[^\n\]*\n\tgo.area at \[^\n\]*\n\tperimeter at \[^\n\]*\n\tmain at .*" }  */

#include <cgo.h>
#include <cgo/sync.h>

long area (long) __asm__ ("go.area");
long perimeter (long) CGO_EXPORT_AS ("go_perimeter");
long c_calls (long) CGO_CALL;

static cgo_mutex mutex;

__attribute__ ((noinline)) long
area (long n)
{
  volatile char room[2000];
  room[n] = 0;
  cgo_mutex_unlock (&mutex);
  return room[n];
}

__attribute__ ((noinline)) long
perimeter (long n)
{
  volatile char room[2000];
  room[n] = 0;
  return area (n) + room[n];
}

int
main (void)
{
  return c_calls (3);
}
