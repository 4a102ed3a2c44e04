/* `gcc -fsplit-stack' as the linker: it passes --wrap=pthread_create, which libgcc's wrapper
   answers if ours does not, and brings all of libgcc's split stacks with it.  Threads of the
   runtime, of C and of goroutine code, on which split-stack code runs.

   { dg-foreign "split-stack_c.c split-stack-thread_c.c" }
   { dg-foreign-options "-fsplit-stack" }
   { dg-link "-fsplit-stack" }
   { dg-levels "-O2" }  */

#include <cgo.h>
#include <pthread.h>

long c_thread (long) CGO_CALL;
static long thread (long);
#define MORE_TESTS							\
  do									\
    for (int i = 0; i < 20; i++)					\
      {									\
	CHECK_EQ (c_thread (i), i + 1000);				\
	CHECK_EQ (thread (i), i + 500);					\
      }									\
  while (0)
#include "split-stack.c"

static void *
start (void *arg)
{
  return (char *) arg + s_deep (500);
}

static long
thread (long n)
{
  pthread_t t;
  void *value = NULL;
  CHECK_EQ (pthread_create (&t, NULL, start, (void *) n), 0);
  CHECK_EQ (pthread_join (t, &value), 0);
  return (long) value;
}
