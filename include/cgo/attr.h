/* cgo/attr.h - the attributes of cgoplug as macros, which are empty when the
   plugin is not loaded.

     CGO_CALL		     C: runs on the big stack, may block; the P is lent
     CGO_CALL_NONBLOCKING    C that never blocks: only the stack is switched
     CGO_CALL_BLOCKING	     C that is known to block: the P is handed off
     CGO_CALL_PIN	     C that leaves state on the thread: from this call
			     on the goroutine stays on its thread
     CGO_CALL_LEAF (BYTES)   C that needs no more than BYTES of stack and does
			     not block: called in place
     CGO_EXPORT		     goroutine code that C may call, on any thread
     CGO_EXPORT_AS (NAME)    the same, and C calls it by NAME, a string, not by its own;
			     behind a declaration, where also without the plugin it
			     says what the symbol is
     CGO_SPLIT		     this declaration is goroutine code, also when it
			     stands in a system header
     CGO_NOSPLIT	     no stack check in this function

     CGO_C (NAME)	     not an attribute but a function: C's of that name, where
			     NAME itself is a function of goroutine code; to be
			     declared, int CGO_C (f) (int); and called

   The macros stand where an attribute may: before or after a declaration, or
   in the type of a pointer.

     CGO_CALL_PUSH	     what is declared from here on is C, unless its own
			     declaration says otherwise
     CGO_CALL_POP	     until here

   stand on lines of their own, without a semicolon, around the #include of a C
   library's header.  They nest, and CGO_CALL_PUSH has forms for the modes, as
   CGO_CALL has.  A function with a body in between is goroutine code.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_ATTR_H
#define CGO_ATTR_H 1

#ifdef __CGOPLUG__
# define CGO_CALL __attribute__ ((__cgo_call__))
# define CGO_CALL_NONBLOCKING __attribute__ ((__cgo_call__ ("nonblocking")))
# define CGO_CALL_BLOCKING __attribute__ ((__cgo_call__ ("blocking")))
# define CGO_CALL_PIN __attribute__ ((__cgo_call__ ("pin")))
# define CGO_CALL_LEAF(bytes) __attribute__ ((__cgo_call__ ("leaf", bytes)))
# define CGO_CALL_PUSH _Pragma ("cgo call push")
# define CGO_CALL_PUSH_NONBLOCKING _Pragma ("cgo call push nonblocking")
# define CGO_CALL_PUSH_BLOCKING _Pragma ("cgo call push blocking")
# define CGO_CALL_PUSH_PIN _Pragma ("cgo call push pin")
# define CGO_CALL_POP _Pragma ("cgo call pop")
# define CGO_EXPORT __attribute__ ((__cgo_export__))
# define CGO_EXPORT_AS(name) __attribute__ ((__cgo_export__ (name)))
# define CGO_C(name) __cgo_C_##name
# define CGO_SPLIT __attribute__ ((__cgo_split__))
# define CGO_NOSPLIT __attribute__ ((__cgo_nosplit__))
#else
# define CGO_CALL
# define CGO_CALL_NONBLOCKING
# define CGO_CALL_BLOCKING
# define CGO_CALL_PIN
# define CGO_CALL_LEAF(bytes)
# define CGO_CALL_PUSH
# define CGO_CALL_PUSH_NONBLOCKING
# define CGO_CALL_PUSH_BLOCKING
# define CGO_CALL_PUSH_PIN
# define CGO_CALL_POP
# define CGO_EXPORT
# define CGO_EXPORT_AS(name) __asm__ (name)
# define CGO_C(name) name
# define CGO_SPLIT
# define CGO_NOSPLIT
#endif

#ifdef __cplusplus
# define CGO_BEGIN_DECLS extern "C" {
# define CGO_END_DECLS }
#else
# define CGO_BEGIN_DECLS
# define CGO_END_DECLS
#endif

#endif
