/* errno_c.c - C that leaves an errno.

   SPDX-License-Identifier: MIT  */

#include <errno.h>
#include <unistd.h>

int
c_set (int n)
{
  errno = n;
  return -1;
}

int
c_get (void)
{
  return errno;
}

int
c_set_slow (int n)
{
  usleep (200);
  errno = n;
  return -1;
}
