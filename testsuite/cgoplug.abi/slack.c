/* Without this CGO_SLACK is a guess: below the guard, a small frame and elided
   leaf functions may stand, and then whatever a goroutine calls without a check
   must fit: the API stubs, foreign calls in every mode, cgo_go, __morestack and
   all their slow paths.  Paints the stack and looks how deep each one went.

   { dg-env "CGODEBUG=segment=65536" }  */

#include "hand.h"

enum { ROOM = CGO_SLACK - CGO_SMALL_FRAME - CGO_ELIDED };

/* long probe (void *call, long a, long b, void *chain): bytes of stack that
   CALL (A, B) touched below the place it was called from.  */
HAND_FUNC ("probe",
	   "	pushq %rbp\n"
	   "	movq %rsp, %rbp\n"
	   "	movq %rdi, %rax\n"
	   "	movq %rcx, %r10\n"
	   "	movq %rsi, %rdi\n"
	   "	movq %rdx, %rsi\n"
	   "	movq $-4096, %rcx\n"
	   "1:	movq $0x5a5a5a5a, (%rsp,%rcx)\n"
	   "	addq $8, %rcx\n"
	   "	jnz 1b\n"
	   "	call *%rax\n"
	   "	leaq -4096(%rbp), %rcx\n"
	   "2:	cmpq $0x5a5a5a5a, (%rcx)\n"
	   "	jne 3f\n"
	   "	addq $8, %rcx\n"
	   "	jmp 2b\n"
	   "3:	movq %rbp, %rax\n"
	   "	subq %rcx, %rax\n"
	   "	popq %rbp\n"
	   "	ret\n");
long probe (void *call, long a, long b, void *chain);

void c_nothing (void) { }
static void g_nothing (void) { }
void body (void) { }

HAND_MAIN;
HAND_GO_STUB (go_64, 64);
HAND_SPLIT (crossing, body, 30000, 0, 0);
HAND_SPLIT (crossing_args, body, 30000, 64, 8);
HAND_THUNK (by_default, c_nothing, 0, __cgo_asmcall);
HAND_THUNK (by_default_args, c_nothing, 64, __cgo_asmcall);
HAND_THUNK (by_default0, c_nothing, 0, __cgo_asmcall0);
HAND_THUNK (by_default4, c_nothing, 32, __cgo_asmcall4);
HAND_THUNK (by_nb, c_nothing, 64, __cgo_asmcall_nb);
HAND_THUNK (by_nb0, c_nothing, 0, __cgo_asmcall_nb0);
HAND_THUNK (by_block, c_nothing, 64, __cgo_asmcall_block);
HAND_THUNK (by_pin, c_nothing, 64, __cgo_asmcall_pin);
HAND_THUNK (by_pointer, c_nothing, 64, __cgo_icall);
HAND_THUNK (by_tls, c_nothing, 0, *__cgo_tls_access@GOTPCREL(%rip));
void by_pointer (void), by_tls (void);
void go_64 (void), crossing (void), crossing_args (void), by_default (void),
  by_default_args (void), by_default0 (void), by_default4 (void), by_nb (void),
  by_nb0 (void), by_block (void), by_pin (void);

static cgo_mutex mutex;
static cgo_wg wg;

#define TRY(call, a, b)							\
  do									\
    {									\
      long used = probe ((void *) call, (long) (a), (long) (b),		\
			 (void *) g_nothing);				\
      if (used > ROOM)							\
	{								\
	  dprintf (2, #call " takes %ld bytes of %d\n", used, ROOM);	\
	  _exit (1);							\
	}								\
    }									\
  while (0)

int
hand_main (int argc, char **argv, char **envp)
{
  long v = 0;
  (void) argc, (void) argv, (void) envp;
  cgo_chan *c = cgo_chan_make (sizeof v, 1);
  for (int i = 0; i < 20; i++)
    {
      TRY (cgo_gosched, 0, 0);
      TRY (cgo_goid, 0, 0);
      TRY (cgo_sleep, 1000, 0);
      TRY (cgo_chan_send, c, &v);
      TRY (cgo_chan_recv, c, &v);
      TRY (cgo_chan_try_recv, c, &v);
      TRY (cgo_mutex_lock, &mutex, 0);
      TRY (cgo_mutex_unlock, &mutex, 0);
      TRY (cgo_wg_add, &wg, 2);
      TRY (cgo_wg_done, &wg, 0);
      TRY (cgo_wg_done, &wg, 0);	/* the way by g0 */
      TRY (cgo_mutex_lock_until, &mutex, 1);
      TRY (cgo_mutex_lock_until, &mutex, 1);	/* and finds it locked */
      TRY (cgo_mutex_unlock, &mutex, 0);
      TRY (go_64, 0, 0);
      TRY (crossing, 0, 0);
      TRY (crossing_args, 0, 0);
      TRY (by_default, 0, 0);
      TRY (by_default_args, 0, 0);
      TRY (by_default0, 0, 0);
      TRY (by_default4, 0, 0);
      TRY (by_nb, 0, 0);
      TRY (by_nb0, 0, 0);
      TRY (by_block, 0, 0);
      TRY (by_pointer, 0, 0);
      TRY (by_tls, 0, 0);
    }
  TRY (by_pin, 0, 0);
  return 0;
}
