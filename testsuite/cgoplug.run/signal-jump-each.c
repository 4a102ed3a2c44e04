/* A signal handler may leave by siglongjmp whatever it has interrupted: also the way into C,
   into a callback, and back.  The processor traps after each instruction of such a round; the
   N-th trap jumps to the goroutine, for each N, until the round is over before.  What the
   runtime knows of the thread must then be what it was; two words that say the same thing
   would contradict each other if the jump came between.

   On a busy machine a round may take so long that sysmon takes the processor from C.  Then the
   way back is another one, with locks, out of which nobody may jump: that round does not
   count.

   { dg-nostress "the runtime itself is interrupted, with its locks" }
   { dg-nochaos "likewise" }
   { dg-foreign "signal-jump-each_c.c" }  */

#include <cgo.h>
#include <cgo/abi.h>
#include "check.h"

CGO_CALL_PUSH
#include "signal-jump-each.h"
CGO_CALL_POP

int c_nonblocking (int) CGO_CALL_NONBLOCKING;

#define WORD(field) (*(unsigned long *) (m + CGO_M_##field))

static inline char *
this_m (void)
{
  char *m;
  __asm__ volatile ("movq %%fs:%c1, %0" : "=r" (m) : "i" (CGO_M_SLOT));
  return m;
}

static inline unsigned long
guard_and_resume (void)
{
  unsigned long guard, resume;
  __asm__ volatile ("movq %%fs:%c1, %0" : "=r" (guard) : "i" (CGO_GUARD_SLOT));
  __asm__ volatile ("movq %%fs:%c1, %0" : "=r" (resume) : "i" (CGO_RESUME_SLOT));
  return guard == resume ? guard : 0;
}

/* The trap flag, on and off.  */
#define TRAP(op, mask)							\
  __asm__ volatile ("subq $128, %%rsp; pushfq; " op " %0, (%%rsp); popfq; addq $128, %%rsp"	\
		    : : "i" (mask) : "memory", "cc")

CGO_EXPORT int
called (int n)
{
  return n + 1;
}

/* Whether the N-th trap came.  */
NOINLINE static int
stopped_at (int (*c) (int), long n, sigjmp_buf *env)
{
  step_begin (env, n);
  if (sigsetjmp (*env, 1))
    return 1;
  TRAP ("orq", 0x100);
  int result = c (1);
  TRAP ("andq", ~0x100);
  CHECK_EQ (result, 3);
  return step_void ? stopped_at (c, n, env) : 0;
}

static int
nonblocking (int n)
{
  return c_nonblocking (n);
}

static int
lending (int n)
{
  return c_calls (n);
}

static void
each (int (*c) (int))
{
  sigjmp_buf env;
  CHECK_EQ (c (1), 3);
  char *m = this_m ();
  unsigned long cb = WORD (CB), g0sp = WORD (G0SP), n = 1;
  for (; stopped_at (c, n, &env); n++)
    {
      m = this_m ();
      CHECK_EQ (WORD (CB), cb);
      CHECK_EQ (WORD (G0SP), g0sp);
      CHECK_EQ (WORD (SYS) % 2, 0);
      CHECK (guard_and_resume () != CGO_GUARD_SYSTEM);
      CHECK_EQ (c (2), 4);
    }
  CHECK (n > 40);
}

static cgo_wg done;

/* That is refused where a callback is left: it would drop C's frames.  */
static void
all (int (*c) (int))
{
  cgo_lock_os_thread ();
  each (c);
  cgo_unlock_os_thread ();
  cgo_wg_done (&done);
  cgo_goexit ();
}

int
main (void)
{
  int (*const ways[]) (int) = { nonblocking, lending };
  for (int i = 0; i < 2; i++)
    {
      cgo_wg_add (&done, 1);
      cgo_go (all, ways[i]);
      cgo_wg_wait (&done);
    }
  return 0;
}
