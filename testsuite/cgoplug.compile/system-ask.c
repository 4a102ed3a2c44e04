/* Without system=ask a header of goroutine code in a system directory would be taken for
   one of C without a word.  The C library is known, and so is what a list or an attribute
   names.

   { dg-options "-O2 -isystem $srcdir/cgoplug.compile -fplugin-arg-cgoplug-system=ask -fplugin-arg-cgoplug-foreign=system_listed" } */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <fcntl.h>
#include <math.h>
#include <system-header.h>

int (*p) (int);

int
f (const char *s)
{
  FILE *file = fopen (s, "r");
  if (file)
    fclose (file);
  printf ("%s %g\n", s, sin (3));
  if (open (s, O_RDONLY) >= 0)
    free (strdup (s));
  return system_one (1) /* { dg-error "nothing but a system header says how 'system_one' is called; declare it 'cgo_call' if it is C, name it in a list, or declare it 'cgo_split'" } */
	 + system_one (2) + system_goroutine (3) + system_listed (4);
}

int
g (int x)
{
  p = system_address; /* { dg-error "nothing but a system header says how 'system_address' is called" } */
  return x;
}
