/* callback-after-main_c.c - C that calls goroutine code while the process ends.

   SPDX-License-Identifier: MIT  */

#include <stdlib.h>

void late (int);

static void
handler (void)
{
  late (1);
}

void
c_register (void)
{
  atexit (handler);
}

__attribute__ ((destructor)) static void
c_destructor (void)
{
  late (2);
}
