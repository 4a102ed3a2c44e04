/* leaf-probe_g.c - calls a function with given registers on a painted stack, and tells how much
   of the paint is gone.

   SPDX-License-Identifier: MIT  */

#include "hand.h"
#include "leaf.h"
#include <math.h>
#include <string.h>

/* Bytes of stack, and what is in each 8 of them.  */
#define PAINTED 8192
#define PAINT 0x5a5a5a5a

/* long probe (void *fn, struct registers *r): bytes of stack that FN touched, its return
   address included.  */
HAND_FUNC ("probe",
	   "	pushq %rbp\n"
	   "	movq %rsp, %rbp\n"
	   "	pushq %rbx\n"
	   "	movq %rdi, %rax\n"
	   "	movq %rsi, %r10\n"
	   "	subq $72, %rsp\n"
	   "	.irp i, 0, 16, 32, 48\n"
	   "	fldt 112(%r10)\n"
	   "	fstpt \\i(%rsp)\n"
	   "	.endr\n"
	   "	movups 48(%r10), %xmm0\n"
	   "	movups 64(%r10), %xmm1\n"
	   "	movups 80(%r10), %xmm2\n"
	   "	movups 96(%r10), %xmm3\n"
	   "	movq (%r10), %rdi\n"
	   "	movq 8(%r10), %rsi\n"
	   "	movq 16(%r10), %rdx\n"
	   "	movq 24(%r10), %rcx\n"
	   "	movq 32(%r10), %r8\n"
	   "	movq %rsp, %rbx\n"
	   "	movq %rsp, bottom(%rip)\n"
	   "	movq $-" HAND_STR (PAINTED) ", %r11\n"
	   "1:	movq $" HAND_STR (PAINT) ", (%rsp,%r11)\n"
	   "	addq $8, %r11\n"
	   "	jnz 1b\n"
	   "	call *%rax\n"
	   "	emms\n"
	   "	leaq -" HAND_STR (PAINTED) "(%rbx), %rcx\n"
	   "2:	cmpq $" HAND_STR (PAINT) ", (%rcx)\n"
	   "	jne 3f\n"
	   "	addq $8, %rcx\n"
	   "	jmp 2b\n"
	   "3:	movq %rbx, %rax\n"
	   "	subq %rcx, %rax\n"
	   "	addq $72, %rsp\n"
	   "	popq %rbx\n"
	   "	popq %rbp\n"
	   "	ret\n");
long probe (void *fn, struct registers *);
char *bottom;			/* the paint is below it */

struct registers registers;
long most;

const double doubles[26] = { 0, -0., .1, .5, 1, 1.5, 2, 3.25, 10, 100.7, 1e5,
  1e10, 1e30, 1e100, 1e300, 1e-40, 5e-324, 1e-310, -.7, -1, -3.5, -1e7, -200.5,
  INFINITY, -INFINITY, NAN };
const int ints[9] = { 0, 1, -1, 2, 5, -3, 40, 1000, -2000 };

void
call_registers (void *fn)
{
  long used = probe (fn, &registers);
  most = used > most ? used : most;
}

void
call (void *fn, long p, long q, long r, long s)
{
  registers = (struct registers) { { p, q, r, s } };
  call_registers (fn);
}

long
touched (void)
{
  char *p = bottom - PAINTED;
  while (*(long *) p == PAINT)
    p += sizeof (long);
  return bottom - p;
}

int
listed (const char *list, const char *name)
{
  char word[64];
  snprintf (word, sizeof word, " %s ", name);
  return strstr (list, word) != NULL;
}
