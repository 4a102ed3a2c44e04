/* names_g.c - a second file of names.c.

   SPDX-License-Identifier: MIT  */

#include "names.h"

CGO_EXPORT static long
add (long a, long b)
{
  return a + b + 2000;
}

long
from_names_g (void)
{
  return calls_back (add);
}
