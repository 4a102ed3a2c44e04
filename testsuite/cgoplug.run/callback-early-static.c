/* The same in a static program, where a constructor of the program may come before the
   runtime's.

   { dg-link "-static" }
   { dg-foreign "callback-early_c.c" }  */

#include "callback-early.c"
