/* callback-before-main_c.c - C that calls goroutine code from a constructor.

   SPDX-License-Identifier: MIT  */

#include "check.h"

int early (int);

__attribute__ ((constructor)) static void
c_constructor (void)
{
  CHECK_EQ (early (41), 42);
}
