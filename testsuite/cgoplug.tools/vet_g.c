/* A second unit of goroutine code for vet.c, with a static function of a name that the first
   has, too.  */

__attribute__ ((noipa)) static int
middle (int n)
{
  return n + 1;
}

__attribute__ ((noipa)) int
other_unit (int n)
{
  return middle (n) * 2;
}
