/* lto_c.c - the half of lto.c that is C, with -flto but without the plugin.  */

#include <string.h>

int lto_back (int);

/* Too large for a goroutine's segment and its slack.  */
static int
big (int n)
{
  char room[100000];
  memset (room, n, sizeof room);
  return room[n % 1000];
}

int
lto_plain (int n)
{
  return lto_back (big (n)) + 1;
}

int
lto_quick (int n)
{
  return big (n) + 3;
}
