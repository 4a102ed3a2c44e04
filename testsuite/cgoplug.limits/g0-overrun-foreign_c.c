/* g0-overrun-foreign_c.c - C that needs more than the stack it has made, which is below that
   of its thread.

   SPDX-License-Identifier: MIT  */

#define _GNU_SOURCE 1
#include <pthread.h>
#include <sys/mman.h>
#include <ucontext.h>

void c_overrun (void);
int c_recurse (int);

enum { PAGE = 4096, STACK = 64 << 10 };

int
c_recurse (int n)
{
  volatile char room[200];
  room[n % 200] = n;
  return c_recurse (n + 1) + room[n % 200];
}

static void
body (void)
{
  c_recurse (0);
}

void
c_overrun (void)
{
  ucontext_t own, caller;
  pthread_attr_t a;
  void *lo;
  size_t size;
  pthread_getattr_np (pthread_self (), &a);
  pthread_attr_getstack (&a, &lo, &size);
  /* Not on memory that is in use: a hint.  */
  char *p = mmap ((char *) lo - (16 << 20), STACK + PAGE, PROT_READ | PROT_WRITE,
		  MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  mprotect (p, PAGE, PROT_NONE);
  getcontext (&own);
  own.uc_stack.ss_sp = p + PAGE;
  own.uc_stack.ss_size = STACK;
  own.uc_link = &caller;
  makecontext (&own, body, 0);
  swapcontext (&caller, &own);
}
