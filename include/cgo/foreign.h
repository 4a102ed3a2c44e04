/* cgo/foreign.h - pointers that are known to point to C.

   A call through a pointer looks at what it points to and does what is right.
   That costs a look at memory in front of the function, and cannot tell code of
   -fsplit-stack from C.  Where the pointer's type says CGO_CALL there is no look;
   where the type is not yours to change, or the pointer is a void *, say it of the
   value:

     int r = ((int (*) (int)) cgo_foreign_ptr (dlsym (lib, "f"))) (3);
     int (*f) (int) CGO_CALL = (CGO_CALL int (*) (int)) cgo_foreign_ptr (p);
     r = cgo_foreign_ptr (table->open) (path);

   SPDX-License-Identifier: MIT  */

#ifndef CGO_FOREIGN_H
#define CGO_FOREIGN_H 1

#include <cgo/attr.h>

/* P, a pointer to a function or a void *, with a type that says CGO_CALL: that of
   P, or void (*) (void), which is to be cast to the function's own, in the call
   itself or to a type that says CGO_CALL.  The value is that of P, which is
   evaluated once.  Any thread; nothing is allocated.  A call through it is one of C
   in the default mode; if P points to goroutine code, that runs on the thread's
   stack, where it must not wait.  Without the plugin it is a cast.  */
#ifdef __cplusplus
extern "C++"
{
/* The attribute of a typedef waits until F is known.  */
template <typename F> struct cgo__c { typedef F *type CGO_CALL; };
typedef void (*cgo__c_void) () CGO_CALL;

template <typename F>
__attribute__ ((__always_inline__)) inline typename cgo__c<F>::type
cgo_foreign_ptr (F *p)
{
  return (typename cgo__c<F>::type) p;
}

__attribute__ ((__always_inline__)) inline cgo__c_void
cgo_foreign_ptr (void *p)
{
  return (cgo__c_void) p;
}
}
#else
/* A variable, since of two casts in a row GCC drops the first.  */
# define cgo_foreign_ptr(p)						\
  (__extension__ ({							\
    __typeof__ (__builtin_choose_expr					\
		(__builtin_types_compatible_p (__typeof__ (p), void *),	\
		 (void (*) (void)) 0, (p))) CGO_CALL cgo__c		\
      = (__typeof__ (cgo__c)) (p);					\
    cgo__c;								\
  }))
#endif

#endif
