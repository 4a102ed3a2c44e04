/* signal-jump-each.h - both sides of signal-jump-each.c.  */

#include <setjmp.h>

extern long step_left;
void step_begin (sigjmp_buf *env, long n);
int c_calls (int);
int c_nonblocking (int);
