/* cgo/cgocall.h - what the stubs call that the cgo command writes.

   Compilers that have no plugin know one way to call a function.  Here calls of C, callbacks
   and new goroutines are made with that: all that is particular to a function, its arguments
   and its result, is in a record, and a function packs or unpacks it (cgo(1), which writes
   those).  They are part of each program, library or object that uses them, in
   libcgo_nonshared.a; hidden, and linked by -lcgo.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_CGOCALL_H
#define CGO_CGOCALL_H 1

#include <cgo/attr.h>
#include <stddef.h>

CGO_BEGIN_DECLS

/* FN (RECORD) on the thread's system stack, as CGO_CALL says in cgo/attr.h; the other modes
   likewise.  The caller waits; RECORD may be on its stack.  On a system stack, in a callback's
   C or a foreign thread, a plain call.  FN may call back.  errno is what FN has left.  Any
   thread.  */
void cgo_cgocall (void (*fn) (void *), void *record) CGO_SPLIT;
void cgo_cgocall_nonblocking (void (*fn) (void *), void *record) CGO_SPLIT;
void cgo_cgocall_blocking (void (*fn) (void *), void *record) CGO_SPLIT;
void cgo_cgocall_pin (void (*fn) (void *), void *record) CGO_SPLIT;

/* FN (RECORD), goroutine code, on a goroutine's stack, as CGO_EXPORT says; for C, on any
   thread.  On a goroutine a plain call.  The caller waits.  */
void cgo_cgocallback (void (*fn) (void *), void *record) CGO_SPLIT;

/* Starts a goroutine that calls FN (RECORD).  The third argument is RECORD, a structure of
   more than 16 bytes, a multiple of 8, by value, and aligned to at most 16: it lies on the
   stack then, from where SIZE bytes are copied.  So each use declares it with its own
   RECORD, under a name of its own and an asm label.  Returns 0, or -1 with errno ENOMEM.  Any
   thread.

     int start (void (*fn) (struct record), size_t size, struct record)
       __asm__ ("cgo_newproc");  */
int cgo_newproc () CGO_SPLIT;

CGO_END_DECLS
#endif
