/* maxprocs_c.c - C that is short, long, and calls back.

   SPDX-License-Identifier: MIT  */

#include <unistd.h>

void c_short (void) { }
void c_long (int us) { usleep (us); }
void c_blocking (int us) { usleep (us); }

void
c_call (void (*fn) (void))
{
  usleep (20);
  fn ();
}
