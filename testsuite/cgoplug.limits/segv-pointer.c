/* A call through a pointer to nowhere: the place is the caller's, and the address is the pointer,
   not where the stub of the call looked for a mark.

   { dg-options "-g -DWHERE=0x1234567" }
   { dg-status abort }
   { dg-output "cgo: goroutine 1: SIGSEGV at 0x1234567 in work\n\ngoroutine 1 .running.:\n\twork at [^\n]*segv-call.c:13\n\tmain at [^\n]*segv-call.c:20\n(Segmentation fault[^\n]*\n)?" }  */

#include "segv-call.c"
