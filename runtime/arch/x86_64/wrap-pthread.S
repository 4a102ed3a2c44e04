/* wrap-pthread.S - what `gcc -fsplit-stack' makes of pthread_create when it links.

   It passes --wrap=pthread_create, so that libgcc can give each thread its split stack.
   A thread has nothing to be given here: its guard slot is 0, the mark of a system
   stack, on which every check passes.

   An object file of its own: what is called __real_pthread_create only the linker knows,
   and only with that option.

   SPDX-License-Identifier: MIT  */

#include "asm.h"

	.text

/* int __wrap_pthread_create (pthread_t *, const pthread_attr_t *, void *(*) (void *),
			      void *)  */

HIDDEN_FUNC __wrap_pthread_create
	jmp	*__real_pthread_create@GOTPCREL(%rip)
END __wrap_pthread_create

	NOTE_GNU_STACK
