/* A frame that the check cannot encode.

   { dg-options "-O2" }  */

void use (void *);

void
f (void) /* { dg-error "the frame of 'f' is too large for goroutine code; use 'malloc' for its large objects" } */
{
  char room[0x7ff80000];
  use (room);
}
