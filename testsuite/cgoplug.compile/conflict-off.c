/* -Wno-cgo-conflict silences these warnings.

   { dg-options "-O2 -Wno-cgo-conflict" }  */

int f (void) __attribute__ ((cgo_call ("nonblocking")));
int f (void) __attribute__ ((cgo_call));
