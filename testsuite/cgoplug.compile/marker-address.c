/* The address of a function of another unit, which nobody says is C, must be that of
   goroutine code: C would be called in place through it.

   { dg-do link }
   { dg-options "-O2" }
   { dg-error "in function .main.*: undefined reference to .crc32: compile it with the cgoplug plugin or declare it CGO_CALL'" "" { target *-*-* } 0 }
   { dg-error "cgo.address.*: undefined reference to .adler32: compile it with the cgoplug plugin or declare it CGO_CALL'" "" { target *-*-* } 0 }
   { dg-link "-lz" }  */

unsigned long crc32 (unsigned long, const unsigned char *, unsigned);
unsigned long adler32 (unsigned long, const unsigned char *, unsigned);
unsigned long (*volatile code) (unsigned long, const unsigned char *, unsigned);
unsigned long (*data) (unsigned long, const unsigned char *, unsigned) = adler32;

int
main (void)
{
  code = crc32;
  return code (0, 0, 0) + data (0, 0, 0);
}
