/* An inline function, an instance of a template and a virtual function that C++ without the
   plugin has, too, and is linked first.  Without names of their own the linker keeps its
   copies, which have no stack check.  Static variables and virtual tables stay one.

   { dg-foreign "comdat_c.cc" }  */

#include <cgo.h>
#include "check.h"
#include "comdat.h"

extern "C"
{
  long c_inline (int) CGO_CALL;
  long c_count () CGO_CALL;
  shape *c_shape () CGO_CALL;
}

static cgo_wg wg;

static void
worker (shape *theirs)
{
  shape mine;
  CHECK_EQ (in_line (500), 500);
  CHECK_EQ (instance<long> (500), 500);
  CHECK_EQ (mine.area (500), 500);
  shape *volatile p = theirs;
  CHECK_EQ (p->area (500), 500);
  cgo_wg_done (&wg);
}

int
main ()
{
  long before = counter ();
  cgo_wg_add (&wg, 10);
  for (int i = 0; i < 10; i++)
    CHECK_EQ (cgo_go (worker, c_shape ()), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  CHECK_EQ (c_inline (500), 1500);
  CHECK_EQ (c_count (), before + 1);
  return 0;
}
