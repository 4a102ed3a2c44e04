/* 20,000 goroutines in calls that block, each of which holds a thread: at the limit
   of threads a named error, not a machine that hangs.

   { dg-env "CGOTRACEBACK=none" }
   { dg-status 2 }
   { dg-timeout 150 }
   { dg-nostress "the same there" }
   { dg-output "cgo: [^\n]*(10000|9999) threads are in use, the limit of CGODEBUG=maxthreads; too many goroutines wait in C at once\n" }  */

#include <cgo.h>

static void
blocks (int fd)
{
  char c;
  extern long read (int, void *, unsigned long) CGO_CALL;
  read (fd, &c, 1);
}

int
main (void)
{
  extern int pipe (int *) CGO_CALL;
  int fd[2];
  pipe (fd);
  for (int i = 0; i < 20000; i++)
    cgo_go (blocks, fd[0]);
  cgo_sleep (100 * CGO_SECOND);
  return 0;
}
