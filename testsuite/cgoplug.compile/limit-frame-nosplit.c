/* A frame too large for a function without a check: the slack below the guard does
   not hold it.

   { dg-options "-O2" }  */

void use (void *);

__attribute__ ((cgo_nosplit)) void
g (void) /* { dg-error "'g' has no stack check and a frame of \[0-9\]+ bytes, where \[0-9\]+ is the most; remove 'cgo_nosplit'" } */
{
  char room[5000];
  use (room);
}
