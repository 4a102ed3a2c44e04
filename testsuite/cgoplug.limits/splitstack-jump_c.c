/* Compiled with -fsplit-stack: jumps out of its own depths.  */

#include <setjmp.h>

static jmp_buf env;

void g_fill (char *);

static __attribute__ ((__noinline__)) long
down (long n)
{
  volatile char room[200];
  room[0] = 0;
  if (n > 0)
    return down (n - 1) + room[0];
  if (room[0] == 0)
    longjmp (env, 1);
  return 0;
}

long
s_jump (long n)
{
  if (_setjmp (env) == 0)
    return down (n);
  g_fill (__builtin_alloca (n << 36));
  return 0;
}
