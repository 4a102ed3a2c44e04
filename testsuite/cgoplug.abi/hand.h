/* hand.h - by hand what the plugin would emit: cgo/abi.h says what each piece
   does.

   The tests here are plain C.  Their goroutine functions have no stack check, so
   each test asks for a first segment that holds all of it (CGODEBUG=segment=),
   calls nothing through a PLT (-fno-plt -z now), and has no red zone because
   inline assembly pushes.

   SPDX-License-Identifier: MIT  */

#ifndef HAND_H
#define HAND_H 1

#include <cgo.h>
#include <cgo/abi.h>
#include "check.h"

#define HAND_STR_(x) #x
#define HAND_STR(x) HAND_STR_ (x)

#define HAND_FUNC(name, code)						\
  __asm__ ("\t.text\n\t.p2align 4\n\t.globl " name "\n"			\
	   "\t.type " name ", @function\n"				\
	   name ":\n\t.cfi_startproc\n" code				\
	   "\t.cfi_endproc\n\t.size " name ", . - " name "\n")

/* The rest of the program: int hand_main (int argc, char **argv).  */
#define HAND_MAIN							\
  HAND_FUNC ("main",							\
	     "\tleaq hand_main(%rip), %rcx\n"				\
	     "\tjmp *__cgo_main@GOTPCREL(%rip)\n")
int hand_main (int, char **, char **);

/* NAME is TARGET's thunk for BYTES of stack arguments; ENTRY is __cgo_asmcall or
   another mode.  Declare NAME with TARGET's type.  */
#define HAND_THUNK(name, target, bytes, entry)				\
  HAND_FUNC (#name,							\
	     "\tmovl $" HAND_STR (bytes) ", %r10d\n"			\
	     "\tmovq " #target "@GOTPCREL(%rip), %r11\n"		\
	     "\tjmp " #entry "\n")

/* NAME is what C calls to run BODY as goroutine code.  */
#define HAND_EXPORT(name, body, bytes)					\
  HAND_FUNC (#name,							\
	     "\tcmpq $0, %fs:" HAND_STR (CGO_GUARD_SLOT) "\n"		\
	     "\tjne " #body "\n"					\
	     "\tleaq " #body "(%rip), %r11\n"				\
	     "\tmovl $" HAND_STR (bytes) ", %r10d\n"			\
	     "\tjmp __cgo_callback\n")

/* NAME starts a goroutine with BYTES of stack arguments: declare it with the
   function's parameters.  The pointer is there because GCC drops the static chain
   of a call of a function that it takes to have none.  */
#define HAND_GO_STUB(name, bytes)					\
  HAND_FUNC (#name,							\
	     "\tmovl $" HAND_STR (bytes) ", %r11d\n"			\
	     "\tjmp *__cgo_newproc@GOTPCREL(%rip)\n")
#define HAND_GO(name, args, fn)						\
  ({									\
    __typeof__ (&name) hand_stub = name;				\
    HIDE (hand_stub);							\
    __builtin_call_with_static_chain (hand_stub args, (void *) (fn));	\
  })

/* NAME checks for FRAME bytes of stack and then is BODY; both have BYTES of stack
   arguments, aligned to 1 << ALIGN if ALIGN is not 0.  */
#define HAND_SPLIT(name, body, frame, bytes, align)			\
  HAND_FUNC (#name,							\
	     "\tleaq -" HAND_STR (frame) "(%rsp), %r11\n"		\
	     "\tcmpq %fs:" HAND_STR (CGO_GUARD_SLOT) ", %r11\n"		\
	     "\tjb 1f\n"						\
	     "2:\tjmp " #body "\n"					\
	     "1:\tmovabsq $(" HAND_STR (align) " << "			\
	     HAND_STR (CGO_ARG_ALIGN_SHIFT) ") + " HAND_STR (bytes)	\
	     ", %r11\n"							\
	     "\tmovl $" HAND_STR (frame) ", %r10d\n"			\
	     "\tcall __morestack\n"					\
	     "\tret\n"							\
	     "\tjmp 2b\n")

#endif
