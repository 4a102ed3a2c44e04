/* eh.c - exceptions of C++, which pass goroutine code, C and callbacks alike.

   The unwinder is C: it runs on g0 and walks the frames, through __morestack and asmcall as
   tracebacks do, by what .eh_frame says.  Two things are left to us:

     callbacks		  An exception that leaves one goes on to C++ frames on the C
			  stack, which do not tell us.  So the frame of __cgo_callback
			  has a personality: when it is passed, it undoes the callback,
			  as a jump over it would (jump.c).  Goroutine code says itself
			  that a landing pad was reached: __cgo_resync.

     __cxa_get_globals	  The exceptions being handled are a list that libstdc++ keeps
			  for each thread, but a goroutine may move in the middle of a
			  catch block.  We stand in front of the function that gives
			  the list; each goroutine has one of its own.  A goroutine
			  bound to a foreign thread shares the thread's: exceptions
			  pass between the two.

   Rejected: to swap libstdc++'s list at each switch of goroutines, which programs in C
   would pay for.

   Debugging: break on __cgo_callback_personality.

   SPDX-License-Identifier: MIT  */

#include "sched/proc.h"

#include <unwind.h>

#define EXPORT __attribute__ ((visibility ("default")))

enum { DWARF_RBP = 6 };

EXPORT _Unwind_Reason_Code
__cgo_callback_personality (int, _Unwind_Action, _Unwind_Exception_Class,
			    struct _Unwind_Exception *, struct _Unwind_Context *);

_Unwind_Reason_Code
__cgo_callback_personality (int version, _Unwind_Action actions,
			    _Unwind_Exception_Class class,
			    struct _Unwind_Exception *exception,
			    struct _Unwind_Context *context)
{
  (void) version, (void) class, (void) exception;
  if (actions & _UA_CLEANUP_PHASE)
    cgo__callback_left (_Unwind_GetGR (context, DWARF_RBP));
  return _URC_CONTINUE_UNWIND;
}

/* Weak, for a static program that has all of libstdc++ in it.  */
EXPORT __attribute__ ((weak)) struct cgo__eh *__cxa_get_globals (void);
EXPORT __attribute__ ((weak)) struct cgo__eh *__cxa_get_globals_fast (void);

static __thread struct cgo__eh thread_eh;

struct cgo__eh *
__cxa_get_globals (void)
{
  struct cgo__m *m = __cgo_tls.m;
  return m && m->curg && !m->foreign ? &m->curg->eh : &thread_eh;
}

struct cgo__eh *
__cxa_get_globals_fast (void)
{
  return __cxa_get_globals ();
}
