/* signal-jump-each.h - both sides of signal-jump-each.c.  */

#include <setjmp.h>

extern long step_left;
extern int step_void;		/* the round does not count */
void step_begin (sigjmp_buf *env, long n);
int c_calls (int);
int c_nonblocking (int);
