/* No memory for a channel: null and ENOMEM.  */

#include <cgo.h>
#include "check.h"
#include <errno.h>
#include <sys/resource.h>

int
main (void)
{
  struct rlimit little = { 64 << 20, 64 << 20 };
  CHECK_EQ (setrlimit (RLIMIT_AS, &little), 0);
  errno = 0;
  CHECK (cgo_chan_make (1024, 1 << 20) == NULL);
  CHECK_EQ (errno, ENOMEM);
  return 0;
}
