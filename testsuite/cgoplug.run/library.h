/* library.h - what library-*.c offer to programs in C.

   SPDX-License-Identifier: MIT  */

#ifndef LIBRARY_H
#define LIBRARY_H 1

#define LIBRARY(F)							\
  F (long, lib_sum, (long))						\
  F (void, lib_send, (long))						\
  F (long, lib_recv, (void))						\
  F (long, lib_call, (void (*) (void *), void *, long))			\
  F (void, lib_background, (void))					\
  F (long, lib_ticks, (void))						\
  F (int, lib_goroutines, (void))

#endif
