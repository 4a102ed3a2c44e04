/* Without polls (preempt=loops) a loop that neither checks the stack nor calls C keeps its P
   for ever.  Two goroutines run each loop here, a third must run to end them, three times over;
   what the loops have in registers, in the red zone and on the stack of the x87 must be there
   after each stop.

   { dg-options "-fplugin-arg-cgoplug-preempt=loops" }  */

#include "preempt-loops.h"

int
main (void)
{
  run_loops ();
  return 0;
}
