/* blocking_c.c - C that waits.

   SPDX-License-Identifier: MIT  */

#include <poll.h>

int c_wait (int fd);
int c_wait_blocking (int fd);

int
c_wait (int fd)
{
  struct pollfd p = { .fd = fd, .events = POLLIN };
  return poll (&p, 1, 20000);
}

int
c_wait_blocking (int fd)
{
  return c_wait (fd);
}
