/* cgo/abi.h - the contract between the compiler plugin and the runtime.

   Everything both sides must agree on stands here and nowhere else: the guard
   slot, the names the compiler emits, and the offsets the assembly uses.  The
   file is read by C, by C++ (the plugin) and by the assembler, so it holds
   preprocessor constants only; the structures themselves are in
   runtime/sched/sched.h and runtime/stack/stack.h, which assert every offset.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_ABI_H
#define CGO_ABI_H 1

/* A goroutine unit refers to the symbol CGO_ABI_SYMBOL, which libcgo defines:
   a plugin and a runtime of different ABI fail to link, by that name.  Change
   the number whenever anything in this file changes its meaning.  */
#define CGO_ABI_VERSION 3
#define CGO_ABI_SYMBOL_NAME "__cgo_abi_3"

/* ---- The guard slot --------------------------------------------------

   %fs:CGO_GUARD_SLOT, which glibc reserves for split stacks.  It holds the
   lowest address the running goroutine code may use, plus CGO_SLACK.  */
#define CGO_GUARD_SLOT 0x70

/* What the guard slot will hold when C returns to the goroutine: the same, or
   CGO_GUARD_PREEMPT, so that who asks for a preemption meanwhile is heard.  It is
   the last of four words that glibc keeps for transactional memory, of which
   GCC's libitm uses two.  */
#define CGO_RESUME_SLOT 0x68

/* The M of the thread, while it has one; the word before.  A thread that libc starts on
   the stack of another finds here what that one left, which is nothing, unless it ended in
   a way of its own: who does not know that there is an M asks __cgo_tls.  */
#define CGO_M_SLOT 0x60

/* On a system stack: g0, gsignal, a foreign thread.  Every check passes.  */
#define CGO_GUARD_SYSTEM 0

/* Preempt at the next check.  seg->guard of the segment it runs on is the truth.
   Above any address, also for code that compares signed, as clang -fsplit-stack does
   for alloca.  */
#define CGO_GUARD_PREEMPT 0x7fff800000000000

/* Bits 32 to 47 of the guard, as a signed word: positive for an address from 4 GiB up and
   for CGO_GUARD_STRESS, 0 for CGO_GUARD_SYSTEM, negative for CGO_GUARD_PREEMPT.  So one
   compare tells, and more are needed only after a "not positive".  A poll in a loop is

	cmpw	$0, %fs:CGO_GUARD_MIDDLE
	js	cold			call *__cgo_preempt@GOTPCREL(%rip), with the red zone
					out of the way if it is in use; jmp behind the js

   __cgo_preempt keeps every register, and takes no more stack than __morestack.  */
#define CGO_GUARD_MIDDLE (CGO_GUARD_SLOT + 4)

/* CGODEBUG=morestack=1: this is the guard of every segment, so that every
   check fails and __morestack takes a segment each time.  */
#define CGO_GUARD_STRESS 0x7fff7fffffffffff

/* ---- Slack -----------------------------------------------------------

   Bytes below the guard that code may use without a check.  They are spent
   like this, at the worst, one after the other:

     CGO_SMALL_FRAME   a function that compares %rsp itself with the guard
     CGO_ELIDED        a function without a check, its leaf callees included,
                       or a leaf foreign function called in place
     the rest          __morestack, the asmcall and API frames
			   (cgo__newproc's argument block is the largest)

   testsuite/cgoplug.abi/slack.c paints a stack and holds this to account.  */
#define CGO_SLACK 1280
#define CGO_SMALL_FRAME 256
#define CGO_ELIDED 640

/* A function that calls alloca asks for so much more, lest small ones cost a block of
   malloc's where the stack happens to end; and what __builtin_apply copies, at most
   CGO_ARGS_COPY, must fit.  */
#define CGO_ALLOCA_ROOM 768

/* The first segment of a goroutine, header included, and the smallest that it can be.  */
#define CGO_SEGMENT 4096
#define CGO_SEGMENT_MIN 2048

/* Frames from here on are a compile-time error: the check's `lea' could not
   encode them.  */
#define CGO_FRAME_MAX 0x7ff00000

/* ---- __morestack -----------------------------------------------------

   GCC's split-stack protocol.  Called at a function's entry, before anything
   was pushed:

     r10  bytes of frame the function needs
     r11  bytes of stack arguments it was passed, a multiple of 8, in the low
	  32 bits; in the high 32 bits log2 of the alignment those arguments
	  want when it is above 64, else 0
     0(%rsp)   return address into the cold path; the body is entered at that
	       address + CGO_MORESTACK_BODY
     8(%rsp)   the function's own return address
     16(%rsp)  stack arguments  */
#define CGO_MORESTACK_BODY 1
#define CGO_ARG_ALIGN_SHIFT 32

/* A nested function, whose static chain is in r10, calls __cgo_morestack_chain
   with all of that in r11: the frame in bits 0 to 31, the words of its stack
   arguments in bits 32 to 57, log2 of their alignment above.  */
#define CGO_CHAIN_WORDS_SHIFT 32
#define CGO_CHAIN_WORDS_MAX 0x3ffffff
#define CGO_CHAIN_ALIGN_SHIFT 58

/* ---- Foreign calls ---------------------------------------------------

   A thunk for a foreign function F with N bytes of stack arguments is a
   hidden comdat function named CGO_THUNK_PREFIX F (N = 0) or
   CGO_THUNK_PREFIX F.N that does

	movl  $N, %r10d			how much to copy (high bits: as in r11 above);
					not for entries that do not look at it
	movq  F@GOTPCREL(%rip), %r11	what to call; bound when the program is
					loaded, for a lazy PLT entry wants more stack
	jmp   __cgo_asmcall		no frame: C returns through asmcall to the caller

   and leaves every other register alone.  The entries, one a mode:

     __cgo_asmcall	  default: the P is lent while C runs
     __cgo_asmcall0	  the same without stack arguments; r10 is not looked at
     __cgo_asmcall4	  the same with at most four words of them; likewise
     __cgo_asmcall_nb	  nonblocking: only the stack is switched
     __cgo_asmcall_nb0	  the same without stack arguments; likewise
     __cgo_asmcall_block  blocking: the P is handed off at once
     __cgo_asmcall_pin	  pin: as default, and the goroutine stays on its M
			  from the first such call until it ends

   malloc and a few more are leaf functions while they are glibc's own.  A call of such an F
   is one of CGO_OWN_PREFIX F, a hidden comdat of type gnu_indirect_function that says, when
   the program is relocated, whether that is F itself or its thunk.

   For an address taken, of a function whose argument bytes are not known
   (unprototyped, variadic), N is CGO_ARGS_UNKNOWN and the name is
   CGO_THUNK_PREFIX F.v: what is there is copied, up to CGO_ARGS_COPY, to the same place
   in a page, so that it is aligned as it was.
   A call through a pointer whose type is cgo_call passes the pointer as the
   static chain, r10, and calls CGO_PTHUNK_PREFIX mode.N which moves it to r11.
   On a system stack all of them jump to the target, in place.  */
#define CGO_THUNK_PREFIX "__cgo_thunk."
#define CGO_OWN_PREFIX "__cgo_own."
#define CGO_PTHUNK_PREFIX "__cgo_pthunk."
#define CGO_ARGS_UNKNOWN 0x7fffffff
#define CGO_ARGS_COPY 512

/* ---- Calls through pointers ------------------------------------------

   In front of each function of goroutine code that a pointer can reach stands
   CGO_CODE_MARK, four bytes that no compiler puts there: is it C that a pointer leads
   to?  A call through a pointer of unknown origin with N bytes of stack arguments
   becomes one of CGO_ITHUNK_PREFIX N with the pointer in r11, a hidden comdat that
   does

	testl	$CGO_CODE_PAGE, %r11d	is the mark on another page, which may not
	jz	1f			be there?
	cmpl	$CGO_CODE_MARK, -4(%r11)
	jne	1f			C, or something __cgo_icall is to tell
	jmp	*%r11			goroutine code: called in place
     1: movl	$N, %r10d		how much to copy (high bits: as in r11 above)
	jmp	__cgo_icall		r11 is still the pointer  */
#define CGO_CODE_MARK 0x6f67630b
#define CGO_CODE_PAGE 0xffc

/* With preempt=async, the four bytes before that: the function may be stopped by a signal
   wherever it is (runtime/sched/async.c).  Each unit with such functions has __cgo_async called
   when it is loaded.  */
#define CGO_ASYNC_MARK 0x6f67630a
#define CGO_ITHUNK_PREFIX "__cgo_ithunk."

/* ---- Thread-locals ---------------------------------------------------

   The address of a thread-local V that is reached through __tls_get_addr is the result
   of the static function CGO_TLS_PREFIX V, which does

	leaq  1f(%rip), %r11			    what to call on g0: it may allocate
	jmp   *__cgo_tls_access@GOTPCREL(%rip)	    in libcgo; no PLT, which is lazy
     1: the usual call of __tls_get_addr, as linkers know and relax it  */
#define CGO_TLS_PREFIX "__cgo_tls."

/* ---- Callbacks -------------------------------------------------------

   cgo_export function F: the body is the local symbol F CGO_BODY_SUFFIX, and
   F itself is an entry that does

	cmpq  $0, %fs:CGO_GUARD_SLOT	which stack?
	jne   F.cgo			a goroutine's: a plain call
	leaq  F.cgo(%rip), %r11		C calls: what is to run on a goroutine,
	movl  $N, %r10d			how much to copy there (xorl if nothing),
	jmp   __cgo_callback		and by whom; all else is the caller's  */
#define CGO_BODY_SUFFIX ".cgo"

/* ---- Starting goroutines ---------------------------------------------

   cgo_go (fn, args...): the arguments go where a call of fn would put them,
   fn goes into r10 (the static chain), and the call is one of
   CGO_GO_PREFIX N, a hidden comdat that does

	movl  $N, %r11d				how much to copy: r10 is taken
	jmp   *__cgo_newproc@GOTPCREL(%rip)	in libcgo; no PLT, which is lazy

   which captures the general registers and N stack bytes, and returns 0, or -1 with errno in
   the caller's errno.  If arguments are in vector registers it is CGO_GO_PREFIX N
   CGO_GO_VECTORS_SUFFIX, and N has CGO_GO_VECTORS added: xmm0-7 are captured, too, to 128
   bits.  */
#define CGO_GO_PREFIX "__cgo_go."
#define CGO_GO_VECTORS_SUFFIX ".x"
#define CGO_GO_VECTORS 1  /* N is a multiple of 8 */

/* main: the user's body is the local symbol `main.cgo'; `main' does

	cmpq  $0, %fs:CGO_GUARD_SLOT	which stack?
	jne   main.cgo			a goroutine calls main: a plain call
	leaq  main.cgo(%rip), %rcx	the fourth argument of __cgo_main
	jmp   *__cgo_main@GOTPCREL(%rip)

   with argc, argv, envp where they were.  */

/* ---- Link-time check -------------------------------------------------

   Each goroutine function F with external linkage defines the symbol
   F CGO_CODE_SUFFIX; each function that calls an external F which is not foreign
   refers to it.  What the linker then says is the cure:

     in function `main': undefined reference to `area: compile it with the
     cgoplug plugin or declare it CGO_CALL'

   (No comma: the assembler would not find the @GOTPCREL behind it.)		*/
#define CGO_CODE_SUFFIX \
  ": compile it with the cgoplug plugin or declare it CGO_CALL"

/* The system call by which a signal handler returns.  */
#define CGO_NR_RT_SIGRETURN 15

/* ---- Offsets the assembly uses ---------------------------------------  */

/* struct cgo__tls, the initial-exec thread-local __cgo_tls.  */
#define CGO_TLS_M 0	  /* the M of this thread, or null */

/* struct cgo__m.  */
#define CGO_M_CURG 0	  /* the goroutine of this M, or null */
#define CGO_M_SYS 8	  /* u64, odd = in C, negative = each call of C goes the
			     slow way in; only the owner writes */
#define CGO_M_RETAKE 16	  /* u32, non-zero = take the slow path */
#define CGO_M_API 20	  /* u32, 1 while g0 serves a cgo_ call of curg */
#define CGO_M_CBSLOW 24	  /* u32, non-zero = a callback must ask C first */
#define CGO_M_CB 32	  /* what the next callback fills in, */
#define CGO_M_CBEND 40	  /* and where there is no more room for that */
#define CGO_M_G0SP 48	  /* where work on g0 begins, 64-aligned */
#define CGO_M_CALLSP 56	  /* stack pointer of curg while it is on g0 */
#define CGO_M_CBBASE 64	  /* what CB is while no callback runs */
#define CGO_M_PATIENCE 72 /* u32, calls that will go the slow way in */

/* struct cgo__g.  */
#define CGO_G_SEG 0	  /* the segment it runs on */
#define CGO_G_SP 8	  /* its stack pointer while it does not run */
#define CGO_G_RET 16	  /* what the cgo_ call it waits in will return */
#define CGO_G_CTX 24	  /* a full register context, or null */
#define CGO_G_PINNED 32	  /* u32, a pin call was made */

/* The frame of a cgo_ call (arch/x86_64/api.S): bytes saved below the caller's rbp.  */
#define CGO_API_SAVED 40

/* Bits of m->retake.  TAKEN: the P was, or is about to be, taken away.  PREEMPT: yield at the
   end of the call.  STRESS: CGODEBUG=morestack=1, always go slow.  FENCED: no membarrier; the
   exit fences before it believes that the others are clear.  UNBOUND: a foreign thread gives
   the M back at the end of its callback.  STATS: CGODEBUG=callstats=1, as STRESS.  CHAOS:
   CGODEBUG=chaos=SEED, likewise; and calls that do not lend ask, too.  TSAN: likewise, a call
   of C is told to ThreadSanitizer.  */
#define CGO_RETAKE_TAKEN 1
#define CGO_RETAKE_STRESS 2
#define CGO_RETAKE_FENCED 4
#define CGO_RETAKE_PREEMPT 8
#define CGO_RETAKE_UNBOUND 16
#define CGO_RETAKE_STATS 32
#define CGO_RETAKE_CHAOS 64
#define CGO_RETAKE_TSAN 128
/* Those with which every call goes the slow way in, for ever.  */
#define CGO_RETAKE_ALWAYS \
  (CGO_RETAKE_STRESS | CGO_RETAKE_STATS | CGO_RETAKE_CHAOS | CGO_RETAKE_TSAN)

/* cgo__sites (sched/handoff.c): a byte for the place of a call of C, which is not 0 if that has
   blocked.  With s its return address, at (s ^ s >> CGO_SITES_LOG) % CGO_SITES.  */
#define CGO_SITES_LOG 12
#define CGO_SITES 4096
#define CGO_SITE_PATIENCE 4096

/* struct cgo__cb: what a callback changes, as it was before.  */
#define CGO_CB_BP 0	  /* of its frame on the C stack */
#define CGO_CB_CALLSP 8
#define CGO_CB_G0SP 16
#define CGO_CB_SEG 24	  /* g->seg */
#define CGO_CB_SYS 32	  /* m->sys, for its parity */
#define CGO_CB_SIZE 40

/* struct cgo__seg, the header at the high end of a segment: its own address
   is the segment's initial stack pointer, 64-aligned.  */
#define CGO_SEG_PREV 0
#define CGO_SEG_NEXT 8	  /* kept for the next crossing */
#define CGO_SEG_GUARD 16  /* what goes into the guard slot */
#define CGO_SEG_LIMIT 24  /* lo + CGO_SLACK, the true lowest */
#define CGO_SEG_OLDBP 32  /* %rbp of the __morestack frame that entered it */
#define CGO_SEG_USED 40	  /* u32, entries since the goroutine last stopped */
#define CGO_SEG_DEPTH 44  /* u32, 0 for the first */
#define CGO_SEG_LO 48
#define CGO_SEG_SIZE 56	  /* all of it, header included */
#define CGO_SEG_HEADER 64

/* struct cgo__ctx, every register; the XSAVE area follows at CGO_CTX_XSAVE
   and is 64-aligned as the whole is.  */
#define CGO_CTX_RAX 0
#define CGO_CTX_RBX 8
#define CGO_CTX_RCX 16
#define CGO_CTX_RDX 24
#define CGO_CTX_RSI 32
#define CGO_CTX_RDI 40
#define CGO_CTX_RBP 48
#define CGO_CTX_RSP 56
#define CGO_CTX_R8 64
#define CGO_CTX_R9 72
#define CGO_CTX_R10 80
#define CGO_CTX_R11 88
#define CGO_CTX_R12 96
#define CGO_CTX_R13 104
#define CGO_CTX_R14 112
#define CGO_CTX_R15 120
#define CGO_CTX_XSAVE 128

/* The block __cgo_newproc captures the general registers in, fn first; below it are
   CGO_VECTORS_SIZE bytes of xmm0-7, if those are wanted.  */
#define CGO_ARGS_FN 0
#define CGO_ARGS_RAX 8
#define CGO_ARGS_RDI 16
#define CGO_ARGS_RSI 24
#define CGO_ARGS_RDX 32
#define CGO_ARGS_RCX 40
#define CGO_ARGS_R8 48
#define CGO_ARGS_R9 56
#define CGO_ARGS_SIZE 64
#define CGO_VECTORS_SIZE 128

#endif /* CGO_ABI_H */
