/* The limit of threads set low: the same named error, and what stays below it
   works.

   { dg-env "CGOTRACEBACK=none CGODEBUG=maxthreads=20" }
   { dg-status 2 }
   { dg-output "ten\ncgo: [^\n]*threads are in use, the limit of CGODEBUG=maxthreads; too many goroutines wait in C at once\n" }  */

#include <cgo.h>
#include <unistd.h>

static cgo_wg wg;

static void
blocks (int us)
{
  usleep (us);
  cgo_wg_done (&wg);
}

static void
start (int n, int us)
{
  cgo_wg_add (&wg, n);
  for (int i = 0; i < n; i++)
    cgo_go (blocks, us);
  cgo_wg_wait (&wg);
}

int
main (void)
{
  start (10, 20000);
  write (1, "ten\n", 4);
  start (50, 1000000);
  return 0;
}
