/* C that needs more stack than a segment has.  */
#include <string.h>

#define twice twice_c
#include "pragma.h"

int
hungry (int x)
{
  volatile char room[100000];
  memset ((char *) room, 1, sizeof room);
  return x + room[99999];
}

long
nine (long a, long b, long c, long d, long e, long f, long g, long h, long i)
{
  return a + b + c + d + e + f + g + h + i + hungry (-1);
}
