/* warn=implicit shows what a system header alone has made C.

   { dg-options "-O0 -isystem $srcdir/cgoplug.compile -fplugin-arg-cgoplug-warn=implicit" } */

#include <stdio.h>
#include <system-header.h>

int
f (void)
{
  puts ("x");
  return system_one (1) /* { dg-warning "'system_one' is taken for C because a system header declares it \\\[-Wcgo-implicit\\\]" } */
	 + system_one (2) + system_goroutine (3);
}
