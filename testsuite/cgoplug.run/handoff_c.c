/* C of handoff.c.  */

#include <cgo/abi.h>
#include <unistd.h>

extern __thread struct { char *m; } __cgo_tls
  __attribute__ ((tls_model ("initial-exec")));

int
lent_for (int us)
{
  int gone = *(volatile unsigned *) (__cgo_tls.m + CGO_M_RETAKE) & CGO_RETAKE_TAKEN;
  if (us)
    usleep (us);
  return gone != 0;
}
