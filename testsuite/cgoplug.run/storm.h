/* storm.h - what storm.c and storm_c.c both know.

   SPDX-License-Identifier: MIT  */

#ifndef STORM_H
#define STORM_H 1

#include <cgo.h>

enum { WORDS = 30 };

struct big
{
  long v[WORDS];
};

void c_call (void (*fn) (int), int n) CGO_CALL;
void c_call_nonblocking (void (*fn) (int), int n) CGO_CALL_NONBLOCKING;
long c_call_big (long (*fn) (struct big, int), struct big b, int n) CGO_CALL;

/* One after the other, N threads that call FN twice.  */
void c_threads (int n, void (*fn) (int)) CGO_CALL;

#endif
