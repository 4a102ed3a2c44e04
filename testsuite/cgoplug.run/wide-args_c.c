/* Functions that trust the alignment of their arguments.  */

#include "wide-args.h"
#include <stdarg.h>

/* 1 for each argument that stands where it must.  */

static int
right (void *a, long align, long v, long want)
{
  __asm__ volatile ("" : "+r" (a));
  return (long) a % align == 0 && v == want;
}

int
c_fixed (long n, struct a128 a, struct a256 b)
{
  return right (&a, 128, a.v[15], n) + right (&b, 256, b.v[1], n + 1);
}

/* va_arg looks for them at the next such address.  */

int
c_variadic (int n, ...)
{
  va_list ap;
  int good = 0;
  va_start (ap, n);
  for (int i = 0; i < n; i++)
    {
      good += va_arg (ap, struct a128).v[15] == n;
      good += va_arg (ap, struct a256).v[1] == n + 1;
    }
  va_end (ap);
  return good;
}

fixed c_get_fixed (void) { return c_fixed; }
variadic c_get_variadic (void) { return c_variadic; }
int c_by_pointer (variadic f, struct a128 a, struct a256 b) { return f (1, a, b); }

/* An ms_abi function may write to four words above its return address.  */

__asm__ ("	.text\n	.globl c_home\n	.type c_home, @function\n"
	 "c_home:\n"
	 "	movq %rcx, 8(%rsp)\n	movq %rdx, 16(%rsp)\n"
	 "	movq %r8, 24(%rsp)\n	movq %r9, 32(%rsp)\n"
	 "	leaq (%rcx,%rdx), %rax\n	addq %r8, %rax\n	addq %r9, %rax\n"
	 "	ret\n	.size c_home, . - c_home\n");

long
c_drive (long (*callback) (long), long n)
{
  return callback (n) + n;
}
