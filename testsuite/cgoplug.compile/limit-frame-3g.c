/* Plain C may have a frame of 3 GiB; what the check is told has 31 bits, and a size cut off to
   that would look small.

   { dg-options "-O0" }  */

void use (void *);

int
f (void) /* { dg-error "the frame of 'f' is too large for goroutine code; use 'malloc' for its large objects" } */
{
  char room[3UL << 30];
  use (room);
  return room[1];
}
