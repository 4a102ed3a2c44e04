/* callback-in-signal_c.c - a signal handler in C that calls goroutine code.

   SPDX-License-Identifier: MIT  */

void exported (void);

void
c_handler (int sig)
{
  (void) sig;
  exported ();
}
