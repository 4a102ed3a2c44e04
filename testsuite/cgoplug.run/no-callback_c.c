/* no-callback_c.c - the C side of no-callback.c.

   SPDX-License-Identifier: MIT  */

int called (int);
int c_calls (int);
int c_calls_lent (int);

int
c_calls (int n)
{
  return called (n);
}

int
c_calls_lent (int n)
{
  return called (n);
}
