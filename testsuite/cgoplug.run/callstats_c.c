/* callstats_c.c - C that takes time, calls back, and jumps.

   SPDX-License-Identifier: MIT  */

#include <unistd.h>

int called (void);

void
c_sleep (int milliseconds)
{
  usleep (milliseconds * 1000);
}

void
c_block (int milliseconds)
{
  usleep (milliseconds * 1000);
}

int
c_add (int a, int b)
{
  return a + b;
}

void
c_calls_back (void)
{
  called ();
  usleep (20000);
}
