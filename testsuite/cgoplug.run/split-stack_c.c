/* Compiled by a compiler's own -fsplit-stack, without the plugin: see split-stack.c.  Calls
   nothing but itself and goroutine code.  */

#include "split-stack.h"

#define NOINLINE __attribute__ ((__noinline__))

NOINLINE long
s_deep (long n)
{
  volatile char room[200];
  room[n & 127] = 1;
  return n > 0 ? s_deep (n - 1) + room[n & 127] : 0;
}

/* Each call is from one half to the other.  */
NOINLINE long
s_mutual (long n)
{
  volatile long room[20];
  room[7] = n;
  return n > 0 ? g_mutual (n - 1) + 1 : room[7];
}

NOINLINE long
s_frame (long n)
{
  volatile char room[50000];
  room[0] = room[sizeof room - 1] = 1;
  return n > 0 ? s_frame (n - 1) + room[0] : g_deep (100) - 100;
}

NOINLINE long
s_args (long n, long b, long c, long d, long e, long f, long g, long h, long double x,
	struct odd o)
{
  if (g != n + 1 || h != n + 2 || x != n + .5L || o.c[12] != n % 100)
    return -1000000;
  if (n == 0)
    return b + c + d + e + f;
  o.c[12] = (n - 1) % 100;
  return s_args (n - 1, b, c, d, e, f, n, n + 1, n - .5L, o) + 1;
}

NOINLINE struct wide
s_struct (struct wide w, long n)
{
  for (int i = 0; i < 12; i++)
    w.v[i]++;
  return n > 0 ? s_struct (w, n - 1) : w;
}

NOINLINE double
s_floats (double a, double b, double c, double d, double e, double f, double g, double h,
	  double i, long n)
{
  if (n > 0)
    return s_floats (b, c, d, e, f, g, h, i, a, n - 1);
  return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h + 9 * i;
}

/* Memory of alloca must stay while calls come and go.  */
NOINLINE long
s_alloca (long bytes, long n)
{
  char *p = __builtin_alloca (bytes), *q = __builtin_alloca (bytes);
  g_fill (p, bytes, n);
  g_fill (q, bytes, n + 1);
  long below = n > 0 ? s_alloca (bytes, n - 1) : 0;
  for (long i = 0; i < bytes; i++)
    if (p[i] != (char) n || q[i] != (char) (n + 1))
      return -1000000;
  return below + 1;
}

NOINLINE long
s_array (long bytes, long times)
{
  long sum = 0;
  for (long i = 0; i < times; i++)
    {
      char outer[bytes];
      g_fill (outer, bytes, i);
      {
	char inner[bytes + i % 3];
	g_fill (inner, bytes, i + 1);
	sum += inner[bytes / 2] == (char) (i + 1);
      }
      char *later = __builtin_alloca (bytes);
      g_fill (later, bytes, i + 2);
      sum += outer[0] == (char) i && outer[bytes - 1] == (char) i;
      sum += later[0] == (char) (i + 2);
    }
  return sum;
}

/* Without alloca each scope gives its arrays back.  */
NOINLINE long
s_scope (long bytes, long times)
{
  long sum = 0;
  for (long i = 0; i < times; i++)
    {
      char outer[bytes];
      g_fill (outer, bytes, i);
      {
	char inner[bytes + i % 3];
	g_fill (inner, bytes, i + 1);
	sum += inner[bytes / 2] == (char) (i + 1);
      }
      sum += outer[0] == (char) i && outer[bytes - 1] == (char) i;
    }
  return sum;
}

/* Frames of several sizes, with one block each, and what is called through S_SIZED.  */
#define SIZED(n)							\
  static NOINLINE long							\
  sized_##n (long bytes)						\
  {									\
    volatile char room[n];						\
    room[n - 1] = 1;							\
    char *p = __builtin_alloca (bytes);					\
    g_fill (p, bytes, n);						\
    return p[0] - n + room[n - 1];					\
  }
SIZED (8) SIZED (24) SIZED (40) SIZED (72)

NOINLINE long
s_sized (long which, long bytes)
{
  switch (which)
    {
    case 0: return sized_8 (bytes) + 1;
    case 1: return sized_24 (bytes) + 1;
    case 2: return sized_40 (bytes) + 1;
    default: return sized_72 (bytes) + 1;
    }
}

/* Memory of both halves in turn.  */
NOINLINE long
s_both (long bytes, long n)
{
  char *p = __builtin_alloca (bytes);
  g_fill (p, bytes, n);
  long below = n > 0 ? s_both (bytes, n - 1) + s_alloca (bytes, 1) - 2 : 0;
  s_deep (n);
  return p[0] == (char) n && p[bytes - 1] == (char) n ? below + 1 : -1000000;
}

#ifndef __clang__

NOINLINE long
s_sum (long n, ...)
{
  volatile char room[3000];
  __builtin_va_list ap;
  long s = 0;
  room[0] = 0;
  __builtin_va_start (ap, n);
  for (long i = 0; i < n; i++)
    s += __builtin_va_arg (ap, int) + (long) __builtin_va_arg (ap, double);
  __builtin_va_end (ap);
  return s + room[0];
}

NOINLINE long
s_sum_deep (long level, long n, ...)
{
  __builtin_va_list ap;
  long s = 0;
  if (level > 0)
    s = s_sum_deep (level - 1, 9, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, level - 1) - 36;
  __builtin_va_start (ap, n);
  for (long i = 0; i < n; i++)
    s += __builtin_va_arg (ap, long);
  __builtin_va_end (ap);
  return s;
}

NOINLINE long
s_nested (long n)
{
  long step = n / n;
  long down (long k)
  {
    volatile char room[300];
    room[0] = 0;
    return k > 0 ? down (k - 1) + step : g_deep (10) - 10 + room[0];
  }
  return down (n);
}

#endif

/* A loop at the border of a segment, wherever that is.  */
NOINLINE long
s_switch (long n)
{
  long s = 0;
  for (int i = 0; i < 20; i++)
    s += s_deep (2) + g_deep (1);
  return n > 0 ? s_switch (n - 1) + s - 60 : s - 60;
}

NOINLINE long
s_pointer (long (*f) (long), long n)
{
  volatile char room[500];
  room[0] = 0;
  return f (n) + room[0];
}

NOINLINE long
s_wait (long n)
{
  volatile char room[100];
  room[0] = 1;
  if (n > 0)
    return s_wait (n - 1) + room[0];
  for (int i = 0; i < 3; i++)
    g_yield ();
  return g_args (1, 2, 3, 4, 5, 6, 7, (struct wide) { { 1, 2, 3, 4, 5, 6, 7, 8, 9 } });
}

NOINLINE long
s_throw (long n)
{
  volatile char room[300];
  room[0] = 1;
  if (n > 0)
    return s_throw (n - 1) + room[0];
  g_exit ();
  return 0;
}
