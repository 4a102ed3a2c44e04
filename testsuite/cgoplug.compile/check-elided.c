/* Without elision each getter pays for a check it does not need: leaf functions with
   small frames have none, nor has one that calls only such; -O0 too.

   { dg-options "-O2" }
   { dg-final { scan-function-not "leaf" "__morestack" } }
   { dg-final { scan-function-not "caller" "__morestack" } }
   { dg-final { scan-function-not "array" "__morestack" } }
   { dg-final { scan-function "recursive" "__morestack" } }
   { dg-final { scan-function "pointer" "__morestack" } }  */

int
leaf (int x)
{
  return x * 3 + 1;
}

int
array (int i)
{
  volatile int a[10];
  a[i] = i;
  return a[9 - i];
}

__attribute__ ((noinline)) static int
callee (int x)
{
  return array (x) + 1;
}

int
caller (int x)
{
  return callee (x) * callee (x + 1);
}

int
recursive (int x)
{
  return x < 2 ? leaf (x) : recursive (x - 1) + recursive (x - 2);
}

int
pointer (int (*fn) (int))
{
  return fn (1) + 1;
}
