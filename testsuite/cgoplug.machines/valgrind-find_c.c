/* valgrind-find_c.c - C that looks at what it is given.

   SPDX-License-Identifier: MIT  */

#include <unistd.h>

int
c_decide (const int *p)
{
  if (*p > 5)
    _exit (3);
  return 0;
}
