/* blocking_c.c - C that blocks.

   SPDX-License-Identifier: MIT  */

#include <time.h>

void
c_sleep (int ms)
{
  struct timespec t = { ms / 1000, ms % 1000 * 1000000L };
  nanosleep (&t, NULL);
}

void
c_sleep_blocking (int ms)
{
  c_sleep (ms);
}
