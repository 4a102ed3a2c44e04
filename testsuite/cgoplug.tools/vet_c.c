/* The C side of vet.c.  */

#include <stdlib.h>

int
plain_c (int n)
{
  return n ? n : rand ();
}
