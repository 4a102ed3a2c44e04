/* callback-tiny_c.c - C that calls back at once.

   SPDX-License-Identifier: MIT  */

long tiny (long);
long tiny_quick (long);

long
c_tiny (long n)
{
  return tiny (n) + 1;
}

long
c_tiny_quick (long n)
{
  return tiny_quick (n) + 1;
}
