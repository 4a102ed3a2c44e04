/* Without exact frame sizes a function writes below its segment: frames from a few
   bytes to a megabyte, written from end to end, in any order.  */

#include <cgo.h>
#include "check.h"
#include <string.h>

NOINLINE static void
fill (volatile char *p, long size, int value)
{
  for (long i = 0; i < size; i += size > 5000 ? 61 : 1)
    p[i] = value;
  p[size - 1] = value;
}

#define FRAME(size)							\
NOINLINE static int							\
frame_##size (long depth)						\
{									\
  volatile char room[size];						\
  int value = depth % 100 + 1;						\
  fill (room, size, value);						\
  int deeper = depth == 0 ? 0 : frame_##size (depth - 1);		\
  CHECK (room[0] == value && room[size - 1] == value);			\
  return deeper + 1;							\
}

FRAME (1) FRAME (8) FRAME (100) FRAME (128) FRAME (200) FRAME (250)
FRAME (300) FRAME (1000) FRAME (2500) FRAME (4000) FRAME (4096) FRAME (10000)
FRAME (70000) FRAME (1000000)

int
main (void)
{
  static const long depths[] = { 0, 1, 2, 5, 13, 50 };
  for (unsigned i = 0; i < sizeof depths / sizeof depths[0]; i++)
    {
      long n = depths[i];
      CHECK_EQ (frame_1 (n * 30), n * 30 + 1);
      CHECK_EQ (frame_8 (n * 30), n * 30 + 1);
      CHECK_EQ (frame_100 (n * 9), n * 9 + 1);
      CHECK_EQ (frame_128 (n * 9), n * 9 + 1);
      CHECK_EQ (frame_200 (n * 9), n * 9 + 1);
      CHECK_EQ (frame_250 (n * 9), n * 9 + 1);
      CHECK_EQ (frame_300 (n * 9), n * 9 + 1);
      CHECK_EQ (frame_1000 (n), n + 1);
      CHECK_EQ (frame_2500 (n), n + 1);
      CHECK_EQ (frame_4000 (n), n + 1);
      CHECK_EQ (frame_4096 (n), n + 1);
      CHECK_EQ (frame_10000 (n), n + 1);
      CHECK_EQ (frame_70000 (n), n + 1);
      CHECK_EQ (frame_1000000 (n), n + 1);
    }
  return 0;
}
