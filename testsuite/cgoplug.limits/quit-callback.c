/* A goroutine's stack and C's lie over each other several times when C calls back, and SIGQUIT
   comes wherever it likes: in goroutine code, in C, in the switch from one to the other.  The
   traceback goes through all of it.

   { dg-foreign "quit-callback_c.c quit_c.c" }
   { dg-status 2 }
   { dg-output "cgo: SIGQUIT\n" }
   { dg-output "\ngoroutine 1 .(running|in C)(, locked to its thread)?.:\n(\t\[^\n\]*\n)*\tc_calls at \[^\n\]*\n\tback at \[^\n\]*\n\tc_calls at \[^\n\]*\n\tmain at \[^\n\]*\n" }
   { dg-output "(\ngoroutine 2 .(running|runnable|in C)\[^\n\]*\n(\t\[^\n\]*\n)*created by main at \[^\n\]*\n)" }  */

#include <cgo.h>

void c_quit_later (void) CGO_CALL;
int c_calls (int (*fn) (int), int depth, int times) CGO_CALL;

/* At each depth but the last once; there for ever.  */
CGO_EXPORT int
back (int depth)
{
  static volatile int begun;
  if (depth == 2)
    {
      if (!begun)
	c_quit_later ();
      begun = 1;
      return 0;
    }
  return c_calls (back, depth + 1, depth ? 2000000000 : 1) + 1;
}

static void
others (void)
{
  for (;;)
    cgo_gosched ();
}

int
main (void)
{
  cgo_go (others);
  return c_calls (back, 0, 1) + 1;
}
