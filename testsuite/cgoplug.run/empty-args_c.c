#include "empty-args.h"

int c_empty (int, struct empty);
int c_call (int (*fn) (int, struct empty), int);

int
c_empty (int n, struct empty e)
{
  (void) e;
  return n + 2;
}

int
c_call (int (*fn) (int, struct empty), int n)
{
  struct empty e;
  return fn (n, e);
}
