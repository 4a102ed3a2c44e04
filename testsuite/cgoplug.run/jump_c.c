/* The C half of jump.c.  */

#include "jump.h"
#include <pthread.h>

void
c_error (jmp_buf *env, int n)
{
  longjmp (*env, n);
}

void
c_error_nonblocking (jmp_buf *env, int n)
{
  longjmp (*env, n);
}

int
c_catch (jump_fn *fn, int n)
{
  jmp_buf env;
  int r = setjmp (env);
  if (r == 0)
    fn (&env, n);
  return r;
}

int
c_catch_nonblocking (jump_fn *fn, int n)
{
  return c_catch (fn, n);
}

void
c_call (jump_fn *fn, jmp_buf *env, int n)
{
  fn (env, n);
}

void
c_nest (jump_fn *fn, jmp_buf *env, int n)
{
  go_again (fn, env, n);
}

static void *
start (void *fn)
{
  (*(void (**) (void)) fn) ();
  return NULL;
}

void
c_thread (void (*fn) (void))
{
  pthread_t t;
  pthread_create (&t, NULL, start, &fn);
  pthread_join (t, NULL);
}
