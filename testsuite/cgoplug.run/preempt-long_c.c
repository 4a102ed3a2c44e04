/* The C half of preempt-long.c.  */

void
short_of_lending (long n)
{
  for (volatile long i = 0; i < n; i++)
    ;
}

void
with_arguments (long n, long a, long b, long c, long d, long e, long f)
{
  short_of_lending (n + a + b + c + d + e + f);
}
