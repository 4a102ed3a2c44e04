/* quit-library_c.c - the program of quit-library.c.

   SPDX-License-Identifier: MIT  */

#include <signal.h>

int exported (void);

int
main (void)
{
  if (exported ())
    {
      raise (SIGQUIT);
      signal (SIGQUIT, SIG_DFL);
      raise (SIGQUIT);
    }
  return 1;
}
