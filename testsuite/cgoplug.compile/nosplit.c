/* Functions that must not be checked are not: cgo_nosplit, GCC's own no_split_stack,
   and those that run before anything is set up.

   { dg-options "-O2" }
   { dg-final { scan-function-not "a" "__morestack" } }
   { dg-final { scan-function-not "b" "__morestack" } }
   { dg-final { scan-function-not "resolve" "__morestack" } }  */

extern int g (int *);
int f1 (void);

__attribute__ ((cgo_nosplit)) int
a (int x)
{
  int v[4] = { x, x, x, x };
  return g (v) + v[1];
}

__attribute__ ((__cgo_nosplit__)) int
b (int x)
{
  int v[4] = { x, x, x, x };
  return g (v) + v[1];
}

void *
resolve (void)
{
  int v[4] = { 0 };
  return g (v) ? (void *) f1 : (void *) 0;
}
int f2 (void) __attribute__ ((ifunc ("resolve")));
