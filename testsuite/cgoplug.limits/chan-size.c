/* A channel whose size does not fit into a number is refused with EINVAL, whichever way it does
   not; multiplied blindly it would be a small one that is written far beyond.  */

#include <cgo.h>
#include <errno.h>
#include "check.h"

static void
refused (size_t elemsize, size_t capacity)
{
  errno = 0;
  CHECK (!cgo_chan_make (elemsize, capacity));
  CHECK_EQ (errno, EINVAL);
}

int
main (void)
{
  refused (SIZE_MAX / 2, 3);
  refused (3, SIZE_MAX / 2);
  refused (SIZE_MAX, SIZE_MAX);
  refused (SIZE_MAX - 8, 1);
  refused (1, SIZE_MAX);
  cgo_chan *c = cgo_chan_make (0, SIZE_MAX);
  CHECK (c);
  CHECK_EQ (cgo_chan_try_send (c, NULL), 0);
  CHECK_EQ (cgo_chan_len (c), 1);
  cgo_chan_free (c);
  return 0;
}
