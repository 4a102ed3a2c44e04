/* Without C++ the header and the attributes are C's alone: templates, classes,
   lambdas without captures and inline functions as goroutine code.

   { dg-options "-fno-exceptions -std=gnu++17" }  */

#include <cgo.h>
#include "check.h"
#include <cstring>

template <typename T> struct adder
{
  T sum = T ();
  void add (T x) { sum += x; }
};

struct shape
{
  virtual long area (long depth) const = 0;
};

struct square : shape
{
  long side;
  explicit square (long s) : side (s) { }
  NOINLINE long area (long depth) const override
  {
    volatile char room[100];
    room[0] = 0;
    return depth == 0 ? side * side : area (depth - 1) + room[0];
  }
};

namespace
{
cgo_wg wg;
cgo_chan *chan;

void
worker (const shape *s, long depth)
{
  long v = s->area (depth);
  CHECK_EQ (cgo_chan_send (chan, &v), 0);
  cgo_wg_done (&wg);
}
}

inline long
recursive (long n)
{
  volatile char room[50];
  room[0] = 0;
  return n == 0 ? room[0] : recursive (n - 1) + 1;
}

int
main ()
{
  adder<long> a;
  square s (7);
  chan = cgo_chan_make (sizeof (long), 10);
  cgo_wg_add (&wg, 10);
  for (int i = 0; i < 10; i++)
    CHECK_EQ (cgo_go (worker, &s, i * 100L), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  for (int i = 0; i < 10; i++)
    {
      long v;
      CHECK_EQ (cgo_chan_recv (chan, &v), 1);
      a.add (v);
    }
  CHECK_EQ (a.sum, 490);
  CHECK_EQ (recursive (5000), 5000);
  CHECK_EQ (std::strlen ("text"), 4);
  return 0;
}
