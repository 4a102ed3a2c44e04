/* A jump loads a stack pointer and nothing else: where one arrives the runtime must be
   told which segment that is on, and that C was left.  By longjmp with and without the
   signal mask, by the builtins, by goto out of nested functions, from further segments
   and out of libc; what alloca got meanwhile ends.

   { dg-options "-D_FORTIFY_SOURCE=2 -Wno-cpp -Wno-infinite-recursion -Wl,-z,execstack" }  */

#include <alloca.h>
#include <cgo.h>
#include "check.h"
#include <setjmp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static jmp_buf env;
static sigjmp_buf sigenv;
static void *builtin_env[5];
static volatile int calls;

NOINLINE static long
deep (int n, void (*jump) (void))
{
  volatile char room[300];
  room[n % 300] = n;
  if (n == 0)
    jump ();
  return deep (n - 1, jump) + room[n % 300];
}

static void by_longjmp (void) { longjmp (env, 7); }
static void by_siglongjmp (void) { siglongjmp (sigenv, 8); }
static void by_builtin (void) { __builtin_longjmp (builtin_env, 1); }

NOINLINE static void
plain (int n)
{
  volatile int before = n;
  int r = setjmp (env);
  if (r == 0)
    deep (n, by_longjmp);
  CHECK_EQ (r, 7);
  CHECK_EQ (before, n);
}

NOINLINE static void
with_mask (int n)
{
  sigset_t set, now;
  sigemptyset (&set);
  sigaddset (&set, SIGUSR1);
  if (sigsetjmp (sigenv, 1) == 0)
    {
      sigprocmask (SIG_BLOCK, &set, NULL);
      deep (n, by_siglongjmp);
    }
  sigprocmask (SIG_BLOCK, NULL, &now);
  CHECK (!sigismember (&now, SIGUSR1));
}

NOINLINE static void
builtin (int n)
{
  volatile int times = 0;
  if (__builtin_setjmp (builtin_env) == 0)
    deep (n, by_builtin);
  else
    times++;
  CHECK_EQ (times, 1);
}

/* Out of nested functions, called here and by libc.  */

NOINLINE static int
nonlocal (int n)
{
  __label__ out;
  volatile int where = 0;
  int v[] = { 3, 2, 1 };
  NOINLINE void go (int k)
  {
    volatile char room[300];
    room[k] = 0;
    if (k == 0)
      {
	where++;
	goto out;
      }
    go (k - 1);
    room[k]++;
  }
  int compare (const void *a, const void *b)
  {
    (void) a, (void) b;
    if (calls++ >= 0)
      goto out;
    return 0;
  }
  if (n & 1)
    go (n);
  else
    qsort (v, 3, sizeof *v, compare);
  return -1;
out:
  return where;
}

static int
compare (const void *a, const void *b)
{
  if (++calls % 10 == 0)
    longjmp (env, 9);
  return *(const int *) a - *(const int *) b;
}

NOINLINE static void
out_of_libc (void)
{
  int v[40];
  for (int i = 0; i < 40; i++)
    v[i] = -i;
  int r = setjmp (env);
  if (r == 0)
    qsort (v, 40, sizeof *v, compare);
  CHECK_EQ (r, 9);
}

/* One million times, in one activation and in one that is left.  */

NOINLINE static void
take (size_t n)
{
  memset (alloca (n), 1, n);
  longjmp (env, 1);
}

NOINLINE static void
blocks (void)
{
  volatile int i = 0;
  if (setjmp (env))
    i++;
  if (i < 1000000)
    {
      if (i % 2)
	take (1000);
      memset (alloca (1000), 1, 1000);
      longjmp (env, 1);
    }
}

NOINLINE static void
at_depth (int n)
{
  volatile char room[120];
  room[n] = n;
  if (n > 0)
    at_depth (n - 1);
  else
    for (int i = 0; i < 20; i++)
      {
	plain (i);
	with_mask (i);
	builtin (i);
	CHECK_EQ (nonlocal (i), i & 1);
	out_of_libc ();
      }
  room[n]++;
}

int
main (void)
{
  for (int n = 0; n < 60; n++)
    at_depth (n);
  struct rusage before, after;
  getrusage (RUSAGE_SELF, &before);
  blocks ();
  getrusage (RUSAGE_SELF, &after);
  CHECK (after.ru_maxrss - before.ru_maxrss < 4000);
  pid_t child = vfork ();
  if (child == 0)
    _exit (3);
  int status;
  CHECK (child > 0 && waitpid (child, &status, 0) == child);
  CHECK_EQ (WEXITSTATUS (status), 3);
  return 0;
}
