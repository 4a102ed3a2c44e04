/* C that says it is a leaf of 64 bytes and is not.  */
#include <string.h>

int lying_leaf (int);

int
lying_leaf (int n)
{
  volatile char room[20000];
  char *(*volatile fill) (char *, int, size_t) = (char *(*) (char *, int, size_t)) memset;
  fill ((char *) room, n, sizeof room);
  return room[n];
}
