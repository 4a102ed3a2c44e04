/* The C half of ms-abi.c.  */

#include "ms-abi.h"

WINDOWS long
c_seven (long a, long b, long c, long d, long e, double f, struct big s)
{
  return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * (long) f + s.c[4095];
}

/* Puts a register argument where the convention has room for it, as compilers for Windows do:
   between the return address and the fifth argument.  */
__asm__ (".text\n"
	 ".globl c_one\n"
	 ".type c_one, @function\n"
	 "c_one:	movq %rcx, 8(%rsp)\n"
	 "	movq %rcx, 16(%rsp)\n"
	 "	movq %rcx, 24(%rsp)\n"
	 "	movq %rcx, 32(%rsp)\n"
	 "	leaq 1(%rcx), %rax\n"
	 "	ret\n"
	 ".size c_one, . - c_one\n");

long
c_calls_seven (seven *fn)
{
  struct big s = { { [4095] = 1 } };
  return fn (1, 2, 3, 4, 5, 6, s);
}

long
c_calls_one (one *fn)
{
  return fn (41);
}
