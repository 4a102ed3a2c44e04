/* No thread can be made at the start (RLIMIT_NPROC, which does not hold for root:
   the program becomes nobody and starts itself again): a named error.

   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-output "cgo: [^\n]*cannot create a thread \\(Resource temporarily unavailable\\)[^\n]*RLIMIT_NPROC[^\n]*\n" }  */

#include <cgo.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

int
main (int argc, char **argv)
{
  struct rlimit none = { 1, 1 };
  (void) argc;
  if (getenv ("AGAIN"))
    {
      cgo_sleep (CGO_MILLISECOND);
      return 1;			/* nothing failed */
    }
  setenv ("AGAIN", "1", 1);
  setrlimit (RLIMIT_NPROC, &none);
  if (getuid () == 0 && setuid (65534) != 0)
    return 3;
  execv ("/proc/self/exe", argv);
  return 4;
}
