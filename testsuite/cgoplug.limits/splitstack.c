/* Functions by which another library of coroutines would put a stack of its own under a
   goroutine: each is an error with its name.  libgcc's would set a guard that has nothing
   to do with the stack.

   { dg-env "CGOTRACEBACK=none" }
   { dg-output "(cgo: goroutine 1: (__splitstack_makecontext|__splitstack_resetcontext|__splitstack_releasecontext|__splitstack_setcontext|__morestack_set_guard): stacks of goroutines belong to the runtime; start a goroutine with cgo_go in place of a coroutine\n){5}" }  */

#include <cgo.h>
#include "check.h"
#include <sys/wait.h>

#define SPLIT __attribute__ ((cgo_split))
SPLIT void *__splitstack_makecontext (size_t, void *[10], size_t *);
SPLIT void *__splitstack_resetcontext (void *[10], size_t *);
SPLIT void __splitstack_releasecontext (void *[10]);
SPLIT void __splitstack_setcontext (void *[10]);
SPLIT void __splitstack_getcontext (void *[10]);
SPLIT void __morestack_set_guard (void *);

/* The stack it stands for is not the one that runs.  */
static void *other[10];

static void
worker (cgo_wg *wg)
{
  __splitstack_getcontext (other);
  cgo_wg_done (wg);
}

static void
call (int which)
{
  void *context[10];
  size_t size;
  switch (which)
    {
    case 0: __splitstack_makecontext (10000, context, &size); break;
    case 1: __splitstack_getcontext (context);
	    __splitstack_resetcontext (context, &size); break;
    case 2: __splitstack_getcontext (context);
	    __splitstack_releasecontext (context); break;
    case 3: __splitstack_setcontext (other); break;
    case 4: __morestack_set_guard (context); break;
    }
}

int
main (void)
{
  cgo_wg wg = CGO_WG_INIT;
  cgo_wg_add (&wg, 1);
  CHECK_EQ (cgo_go (worker, &wg), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  for (int i = 0; i < 5; i++)
    {
      int status = 0;
      pid_t child = fork ();
      if (child == 0)
	{
	  call (i);
	  _exit (77);
	}
      CHECK (waitpid (child, &status, 0) == child);
      CHECK (WIFEXITED (status));
      CHECK_EQ (WEXITSTATUS (status), 2);
    }
  return 0;
}
