/* __errno_location is declared const, so GCC calls it once and keeps the address,
   which after a migration is another thread's: in goroutine code it is called
   each time.  Likewise pthread_self and the ctype tables.

   { dg-options "-O2" }
   { dg-final { scan-function-times "f" "__errno_location" 2 } }
   { dg-final { scan-function-times "g" "pthread_self" 2 } }
   { dg-final { scan-function-times "h" "__ctype_b_loc" 2 } }  */

#include <ctype.h>
#include <errno.h>
#include <pthread.h>

void other (void);

int
f (void)
{
  errno = 0;
  other ();
  return errno;
}

int
g (pthread_t *p)
{
  p[0] = pthread_self ();
  other ();
  return p[0] == pthread_self ();
}

int
h (unsigned char c)
{
  int r = isalpha (c) != 0;
  other ();
  return r + (isalpha (c) != 0);
}
