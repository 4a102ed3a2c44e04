/* A call of C that nothing says is C: the link fails, and the message has the
   function's name.

   { dg-do link }
   { dg-options "-O2" }
   { dg-error "in function .main.*: undefined reference to .crc32: compile it with the cgoplug plugin or declare it CGO_CALL'" "" { target *-*-* } 0 }
   { dg-link "-lz" }  */

unsigned long crc32 (unsigned long, const unsigned char *, unsigned);

int
main (void)
{
  return crc32 (0, 0, 0);
}
