/* bench.h - what the benchmark programs share.

   A program measures each of its cases a few times and prints a line

     CASE NANOSECONDS

   for each; `run' starts the programs in turn, round after round, and `report'
   looks only at the smallest figure of a case.  The same source compiled without
   the plugin is the plain C it is compared with: cgo/attr.h's macros are empty
   then.

   SPDX-License-Identifier: MIT  */

#ifndef BENCH_H
#define BENCH_H 1

#include <cgo/attr.h>
#include <stdio.h>
#include <time.h>

/* Measurements of a case in one run of a program.  */
#define BENCH_REPEAT 3

static inline double
bench_now (void)
{
  struct timespec t;
  clock_gettime (CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

/* Measures STATEMENT, which does COUNT operations.  */
#define BENCH(name, count, statement)					\
  do									\
    {									\
      double bench_start = bench_now ();				\
      statement;							\
      printf ("%s %.3f\n", name, (bench_now () - bench_start) / (count)); \
    }									\
  while (0)

/* ---- callee.c: the C side, never compiled with the plugin ---- */

CGO_BEGIN_DECLS

long callee1 (long) CGO_CALL;
long callee10 (long, long, long, long, long, long, long, long, long, long)
  CGO_CALL;

/* Calls called_back COUNT times.  */
long callee_calls_back (long count) CGO_CALL;

/* The same on a thread of its own, which has called it before: nanoseconds for one.  */
double callee_bound (long count) CGO_CALL;

/* COUNT threads, one after the other, each of which calls it once.  */
long callee_fresh (long count) CGO_CALL;

/* callback.c */
long called_back (long) CGO_EXPORT;

CGO_END_DECLS

#endif
