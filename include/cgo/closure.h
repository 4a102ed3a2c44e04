/* cgo/closure.h - C function pointers that carry data and enter a goroutine.  -lcgojit

   For C libraries whose callbacks have no place for data of the caller's, and for any number of
   callbacks that one function serves:

     int on_event (int kind, void *object, void *data);		goroutine code
     int (*callback) (int, void *) = cgo_closure_new (on_event, queue, "i(ip)");
     library_set_callback (callback);

   SPDX-License-Identifier: MIT  */

#ifndef CGO_CLOSURE_H
#define CGO_CLOSURE_H 1

#include <cgo/attr.h>

CGO_BEGIN_DECLS

/* A pointer for C to a function of SIGNATURE.  A call of it runs FN, goroutine code, on a
   goroutine, with the arguments of the call and DATA, a void *, behind them; C waits for FN,
   whose result it gets.  FN may wait, and do what a CGO_EXPORT function may.

   SIGNATURE is the letter of the result, and in parentheses those of the arguments, up to 32:

     v  void, result only		p  any pointer
     b  bool				f  float
     c  signed char   C  unsigned	d  double
     s  short	      S  unsigned	D  long double
     i  int	      I  unsigned
     l  long	      L  unsigned

   Result: the pointer, to be cast to the function's type, or null with errno: EINVAL, SIGNATURE is
   none, or FN or it is null; ENOMEM.  May be called on any thread, as the pointer may, at once
   and in each other, also on threads that the runtime has never seen; not in a signal handler.
   Goroutine code may call the pointer, too: as C.  DATA is the caller's.  */
void *cgo_closure_new (void *fn, void *data, const char *signature) CGO_CALL;

/* Frees the closure whose pointer CODE is.  None must be in a call of it, nor will be, but for FN
   itself, which may free the closure that has called it.  Null is ignored.  Result: 0, or -1 with
   errno EINVAL: CODE is not a closure's.  Any thread.  */
int cgo_closure_free (void *code) CGO_CALL;

CGO_END_DECLS
#endif
