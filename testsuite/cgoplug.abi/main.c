/* Without this nothing starts: __cgo_main runs the body it is given as goroutine
   1, on a segment, with main's arguments, and exits with what it returns.

   { dg-args "one two" }
   { dg-status 7 }
   { dg-env "CGODEBUG=segment=65536 PROBE=x" }  */

#include "hand.h"
#include <stdlib.h>
#include <string.h>

HAND_MAIN;

HAND_THUNK (t_strcmp, strcmp, 0, __cgo_asmcall);
int t_strcmp (const char *, const char *);

int
hand_main (int argc, char **argv, char **envp)
{
  CHECK (guard_slot () != 0);
  CHECK_EQ (cgo_goid (), 1);
  CHECK_EQ (argc, 3);
  CHECK (t_strcmp (argv[1], "one") == 0);
  CHECK (t_strcmp (argv[2], "two") == 0);
  CHECK (argv[3] == NULL);
  int seen = 0;
  for (; *envp; envp++)
    seen += t_strcmp (*envp, "PROBE=x") == 0;
  CHECK_EQ (seen, 1);
  return 7;
}
