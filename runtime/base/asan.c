/* asan.c - what AddressSanitizer is to do where ASAN_OPTIONS does not say.

   Reports name the functions that called malloc and free.  By default AddressSanitizer finds
   them by frame pointers, within the bounds of the thread's stack, of which a goroutine's is
   no part: then there are none, and leaks that nobody has allocated are not reported at all.
   The unwind tables lead through segments; it is slower.

   A program's own __asan_default_options takes the place of this one.  In
   libcgo_nonshared.a, as AddressSanitizer asks the program, not libraries.

   SPDX-License-Identifier: MIT  */

const char *__asan_default_options (void) __attribute__ ((weak));

const char *
__asan_default_options (void)
{
  return "fast_unwind_on_malloc=0";
}

/* By which abi.c brings this file along.  */
extern const int cgo__asan __attribute__ ((visibility ("hidden")));
const int cgo__asan = 0;
