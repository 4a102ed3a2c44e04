/* Without main's own start its arguments and environment get lost, and its result
   is not the exit status.

   { dg-args "a 'b c'" }
   { dg-env "PROBE=yes" }
   { dg-status 42 }  */

#include <cgo.h>
#include "check.h"
#include <stdlib.h>
#include <string.h>

int
main (int argc, char **argv, char **envp)
{
  CHECK_EQ (argc, 3);
  CHECK (strcmp (argv[1], "a") == 0);
  CHECK (strcmp (argv[2], "b c") == 0);
  CHECK (argv[3] == NULL);
  CHECK (strcmp (getenv ("PROBE"), "yes") == 0);
  int found = 0;
  for (; *envp; envp++)
    found |= strcmp (*envp, "PROBE=yes") == 0;
  CHECK (found);
  CHECK (guard_slot () != 0);
  CHECK_EQ (cgo_numgoroutine (), 1);
  return 42;
}
