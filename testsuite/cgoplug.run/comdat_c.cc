/* The same functions without the plugin.  */

#include "comdat.h"

extern "C"
{
  long c_inline (int);
  long c_count ();
  shape *c_shape ();
}

long
c_inline (int n)
{
  shape s;
  return in_line (n) + instance<long> (n) + s.area (n);
}

long
c_count ()
{
  return counter ();
}

shape *
c_shape ()
{
  static shape s;
  return &s;
}
