/* No thread can be made later, when goroutines in C need one: a named error, not a
   hang.

   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: [^\n]*cannot create a thread \\(Resource temporarily unavailable\\)[^\n]*RLIMIT_NPROC[^\n]*\n" }  */

#include <cgo.h>
#include <sys/resource.h>
#include <unistd.h>

static void
blocks (void)
{
  usleep (500000);
}

int
main (void)
{
  struct rlimit none = { 1, 1 };
  setrlimit (RLIMIT_NPROC, &none);
  if (getuid () == 0 && setuid (65534) != 0)
    return 3;
  for (int i = 0; i < 20; i++)
    cgo_go (blocks);
  cgo_sleep (2 * CGO_SECOND);
  return 1;
}
