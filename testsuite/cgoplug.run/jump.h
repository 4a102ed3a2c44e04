/* What both halves of jump.c know.  */

#include <cgo/attr.h>
#include <setjmp.h>

typedef void jump_fn (jmp_buf *, int);

/* Jumps to *ENV with N.  */
void c_error (jmp_buf *env, int n) CGO_CALL;
void c_error_nonblocking (jmp_buf *env, int n) CGO_CALL_NONBLOCKING;

/* Calls FN with a buffer of its own and returns what comes by that.  */
int c_catch (jump_fn *fn, int n) CGO_CALL;
int c_catch_nonblocking (jump_fn *fn, int n) CGO_CALL_NONBLOCKING;

/* Calls FN; calls it by way of go_again.  */
void c_call (jump_fn *fn, jmp_buf *env, int n) CGO_CALL;
void c_nest (jump_fn *fn, jmp_buf *env, int n) CGO_CALL;
void go_again (jump_fn *fn, jmp_buf *env, int n) CGO_EXPORT;

/* Calls FN on a thread of its own.  */
void c_thread (void (*fn) (void)) CGO_CALL;
