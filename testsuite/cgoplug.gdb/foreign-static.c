/* In a static program the entry of a foreign call has a global name, which gdb must not take
   for the place where the stacks are switched: bt goes on to main.

   { dg-options "-static" }
   { dg-foreign "foreign_c.c" }
   { dg-gdb "break c_inner" }
   { dg-gdb "run" }
   { dg-gdb "bt" }
   { dg-gdb-output "#0  c_inner \[^\n\]*\n#1 \[^\n\]* c_outer .*\n#\[0-9\]+ \[^\n\]* in main \\(" }
   { dg-gdb-count "21 \n#\[0-9\]+ +0x\[0-9a-f\]+ in deep \\(\[^\n\]*foreign.c:\[0-9\]+(?=\n#)" }
   { dg-gdb-not "inner to this frame|corrupt stack|Cannot access|\\?\\?" }  */

#include "foreign.c"
