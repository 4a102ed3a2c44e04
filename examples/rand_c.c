/* rand_c.c - the C side of rand.c, compiled without the plugin.
 *
 * SPDX-License-Identifier: MIT  */

#include "rand_c.h"
#include <stdlib.h>

long
Random (void)
{
  return random ();
}

void
Seed (unsigned seed)
{
  srandom (seed);
}
