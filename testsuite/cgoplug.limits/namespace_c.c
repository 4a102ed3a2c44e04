/* namespace_c.c - C's area, and a caller of perimeter by the name it has for C.  */

long go_perimeter (long);
long area (long);
long c_calls (long);

long
area (long n)
{
  return n;
}

long
c_calls (long n)
{
  return area (go_perimeter (n));
}
