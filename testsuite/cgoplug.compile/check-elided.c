/* Without elision each getter pays for a check it does not need: leaf functions with
   small frames have none, nor has one that calls only such, functions with a check, and C;
   in a cycle of calls one has.

   { dg-options "-O2" }
   { dg-final { scan-function-not "leaf" "__morestack" } }
   { dg-final { scan-function-not "caller" "__morestack" } }
   { dg-final { scan-function-not "array" "__morestack" } }
   { dg-final { scan-function-not "to_checked" "__morestack" } }
   { dg-final { scan-function-not "to_c" "__morestack" } }
   { dg-final { scan-function "cycle_one" "__morestack" } }
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

__attribute__ ((noinline)) static int
checked (int x)
{
  volatile int a[500];
  a[x] = x;
  return a[x];
}

int
to_checked (int x)
{
  return checked (x) + checked (x + 1);
}

int
to_c (int x)
{
  return __builtin_printf ("%d", x) + leaf (x);
}

static int cycle_two (int x);

__attribute__ ((noinline)) int
cycle_one (int x)
{
  return x ? cycle_two (x - 1) + 1 : 0;
}

__attribute__ ((noinline)) static int
cycle_two (int x)
{
  return x ? cycle_one (x - 1) + 2 : 0;
}
