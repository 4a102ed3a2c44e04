/* preempt=async with -flto: the functions that a signal may stop are marked at the link, those of
   the units that were compiled for it, and the program says there that it has some.  Without
   the marks the loops of lto-loops.c never end.

   { dg-options "-flto -fplugin-arg-cgoplug-preempt=async" }
   { dg-also "lto-loops_g.c" }
   { dg-link "-fplugin-arg-cgoplug-preempt=checks" }  */

#include "lto-loops.c"
