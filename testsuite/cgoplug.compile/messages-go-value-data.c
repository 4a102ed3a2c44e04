/* Nor in an initialiser.

   { dg-options "-O2" }  */

#include <cgo.h>

void *p = (void *) cgo_go; /* { dg-error "'cgo_go' can only be called: it has no address" } */
