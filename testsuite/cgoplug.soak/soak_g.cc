/* soak_g.cc - the part of soak.c in C++: exceptions, through many segments, and goroutines that
   change places while one is on its way.  */

#include "soak.h"
#include "check.h"

namespace {

struct counted
{
  long &n;
  counted (long &c) : n (c) { n++; }
  ~counted () { n--; cgo_gosched (); }
};

NOINLINE void
thrower (int depth, long &alive)
{
  volatile char room[300];
  counted c (alive);
  room[depth % 300] = 1;
  if (depth == 0)
    throw alive;
  thrower (depth - 1, alive);
  CHECK (room[depth % 300] && !"reached");
}

}

extern "C" void
actor_exceptions (struct actor *a)
{
  uint64_t r = 7;
  while (soak_more (a))
    {
      int depth = soak_below (&r, 60);
      long alive = 0;
      try
	{
	  thrower (depth, alive);
	  CHECK (!"reached");
	}
      catch (long n)
	{
	  CHECK_EQ (n, depth + 1);
	  CHECK_EQ (alive, 0);
	  cgo_gosched ();
	}
    }
}
