/* Neither by default, nor with -Wno-cgo-implicit.

   { dg-options "-O0 -isystem $srcdir/cgoplug.compile -fplugin-arg-cgoplug-warn=implicit -Wno-cgo-implicit -fplugin-arg-cgoplug-system=foreign" } */

#include <system-header.h>

int f (void) { return system_one (1); }
