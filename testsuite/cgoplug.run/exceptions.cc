/* Exceptions pass segments, C and callbacks.  Without resyncing at landing pads a handler
   runs with the guard of a segment that was left, or as if it were C; without the
   personality of the callback's frame, C that catches what a callback has thrown would
   call back below the wrong place.

   { dg-options "-std=gnu++17" }
   { dg-foreign "exceptions_c.cc" }  */

#include <cgo.h>
#include "check.h"
#include <stdexcept>
#include <string>

extern "C"
{
  void c_throw (int x) CGO_CALL;
  int c_catch (int x) CGO_CALL;
  void c_pass (int x) CGO_CALL;
  extern int c_gone;
  CGO_EXPORT void thrower (int x);
}

namespace
{
int gone;

struct noisy
{
  ~noisy () { gone++; }
};

/* N frames that need a segment, each with something to destroy.  */
NOINLINE int
deep (int n, void (*bottom) (int), int x)
{
  noisy here;
  volatile char room[300];
  room[0] = 0;
  if (n == 0)
    bottom (x);
  else
    deep (n - 1, bottom, x);
  return room[0];
}

void
throw_here (int x)
{
  throw std::runtime_error (std::to_string (x));
}

/* What deep (N, BOTTOM, X) throws, and the stack must be good for more afterwards.  */
NOINLINE std::string
catches (int n, void (*bottom) (int), int x)
{
  gone = 0;
  try
    {
      deep (n, bottom, x);
    }
  catch (const std::runtime_error &e)
    {
      cgo_gosched ();
      return std::string (e.what ());
    }
  return "nothing";
}
}

/* C calls it, which may catch.  */
void
thrower (int x)
{
  deep (20, throw_here, x);
}

static cgo_wg wg;

/* Exceptions of two goroutines are handled in turns, on whatever thread.  */
static void
worker (int id)
{
  for (int i = 0; i < 50; i++)
    try
      {
	throw_here (id);
      }
    catch (const std::exception &)
      {
	cgo_gosched ();
	try
	  {
	    throw;
	  }
	catch (const std::exception &e)
	  {
	    cgo_gosched ();
	    CHECK_EQ (std::stoi (e.what ()), id);
	  }
      }
#if __cplusplus >= 201703L
  CHECK_EQ (std::uncaught_exceptions (), 0);
#else
  CHECK (!std::uncaught_exception ());
#endif
  cgo_wg_done (&wg);
}

int
main ()
{
  for (int i = 0; i < 20; i++)
    {
      CHECK (catches (100, throw_here, i) == std::to_string (i));
      CHECK_EQ (gone, 101);
      CHECK (catches (30, c_throw, i) == std::to_string (i));
      CHECK_EQ (gone, 31);
      CHECK_EQ (c_catch (i), i);
      c_gone = 0;
      CHECK (catches (10, c_pass, i) == std::to_string (i));
      CHECK_EQ (gone, 11 + 21);
      CHECK_EQ (c_gone, 1);
    }
  cgo_wg_add (&wg, 20);
  for (int i = 0; i < 20; i++)
    CHECK_EQ (cgo_go (worker, i), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
