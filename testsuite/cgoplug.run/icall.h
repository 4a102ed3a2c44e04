/* A table of operations, of C or of goroutine code.  */

struct big
{
  long v[8];
};

struct ops
{
  long (*stack) (long);
  long (*mixed) (long, double, const char *);
  long (*sum) (int, ...);
  struct big (*big) (struct big);
  double (*doubles) (double, double, double, double, double, double, double, double);
};
