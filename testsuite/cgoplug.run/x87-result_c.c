/* C that takes its time and returns in st0, or in st0 and st1.  */

#include <complex.h>
#include <unistd.h>

long double
c_slow (long n)
{
  usleep (100);
  return n + 0.5L;
}

_Complex long double
c_slow_complex (long n)
{
  usleep (100);
  return n + 0.5L * I;
}
