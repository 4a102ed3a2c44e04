/* C of jump-late.c.  */

#include <setjmp.h>
#include <unistd.h>

/* The registers that a function preserves are no addresses either.  */
void
c_jumps (jmp_buf *env, int us)
{
  if (us)
    usleep (us);
  longjmp (*env, 1);
}
