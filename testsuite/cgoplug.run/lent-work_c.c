/* C of lent-work.c.  */

#include <time.h>

void
sleep_in_c (int ms)
{
  struct timespec t = { ms / 1000, ms % 1000 * 1000000L };
  nanosleep (&t, NULL);
}

void
wait_for (_Atomic long *stamp, int ms)
{
  for (int i = 0; i < ms && !*stamp; i++)
    sleep_in_c (1);
}

void
call (void (*fn) (void))
{
  fn ();
}
