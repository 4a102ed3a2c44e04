/* The same where the stub cannot look by itself, at the beginning of a page, and has the runtime
   look there: that is not the place either.

   { dg-options "-g -DWHERE=0x1234000" }
   { dg-status abort }
   { dg-output "cgo: goroutine 1: SIGSEGV at 0x1234000 in work\n\ngoroutine 1 .running.:\n\twork at [^\n]*segv-call.c:13\n\tmain at [^\n]*segv-call.c:20\n(Segmentation fault[^\n]*\n)?" }  */

#include "segv-call.c"
