/* per-thread_c.c - C that numbers threads: in its thread-locals, and in tables of character
   classes of each thread's own, where the bits of the number are letters.

   SPDX-License-Identifier: MIT  */

#define _GNU_SOURCE 1
#include "per-thread.h"
#include <ctype.h>
#include <errno.h>
#include <netdb.h>
#include <stdlib.h>
#include <unistd.h>

__thread struct numbered general, initial;
__thread int implied;
static _Atomic int threads;

static void
mark (int n)
{
  unsigned short *classes = calloc (384, sizeof *classes);
  int *upper = calloc (384, sizeof *upper);
  for (int i = -128; i < 256; i++)
    {
      classes[128 + i] = (*__ctype_b_loc ())[i];
      upper[128 + i] = (*__ctype_toupper_loc ())[i];
    }
  for (int i = 0; i < 16; i++)
    classes[128 + i] = n >> i & 1 ? _ISalpha : _IScntrl;
  upper[128 + 1] = n;
  *__ctype_b_loc () = classes + 128;
  *__ctype_toupper_loc () = upper + 128;
  general.number = initial.number = implied = n;
}

struct thread
c_thread (void)
{
  if (!implied)
    mark (++threads);
  return (struct thread) { gettid (), implied, pthread_self (), &errno, &h_errno, &implied,
			   __ctype_b_loc (), __ctype_toupper_loc (), &general, &initial };
}
