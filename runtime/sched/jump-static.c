/* jump-static.c - libc's own longjmp, in a static program.

   There is no next object to look for it with dlsym (jump.c), but a name that the shared libc
   does not have.  This file is in libcgo.a only.

   SPDX-License-Identifier: MIT  */

#include "sched/proc.h"

extern void __libc_siglongjmp (struct __jmp_buf_tag *, int);

void (*const cgo__static_jump) (struct __jmp_buf_tag *, int) = __libc_siglongjmp;
