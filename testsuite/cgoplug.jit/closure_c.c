/* C that has a function pointer and nothing else.  */

#include "check.h"
#include <pthread.h>
#include <stdint.h>

long
c_letters (void *fn)
{
  return ((signed char (*) (signed char, unsigned char, short, unsigned short, int, unsigned,
			    long, unsigned long, void *)) fn)
    (-1, 255, -2, 65534, -3, -3, -4, -4, (void *) 5);
}

long
c_floats (void *fn)
{
  return ((long double (*) (float, double, long double, double, double, double, double, double,
			    double)) fn) (1, 2, 3, 4, 5, 6, 7, 8, 9);
}

long
c_long (void *fn, long n)
{
  return ((long (*) (long)) fn) (n);
}

long
c_bool (void *fn)
{
  _Bool (*f) (_Bool, _Bool) = (_Bool (*) (_Bool, _Bool)) fn;
  return f (1, 0) && !f (0, 0) && !f (1, 1);
}

static long count;

static void *
thread (void *fn)
{
  long wrong = 0;
  for (long i = 0; i < count; i++)
    wrong += c_long (fn, i) != i + 7;
  return (void *) wrong;
}

long
c_threads (void *fn, long threads, long times)
{
  pthread_t t[threads];
  long wrong = 0;
  void *result;
  count = times;
  for (long i = 0; i < threads; i++)
    CHECK_EQ (pthread_create (&t[i], NULL, thread, fn), 0);
  for (long i = 0; i < threads; i++)
    {
      pthread_join (t[i], &result);
      wrong += (intptr_t) result;
    }
  return wrong;
}
