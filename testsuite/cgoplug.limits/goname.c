/* A goroutine's name stands in messages and tracebacks: among thousands a number says little.  It
   is the goroutine's own copy, of 63 bytes, without what would break the line.

   { dg-env "CGOTRACEBACK=all" }
   { dg-status 2 }
   { dg-output "cgo: goroutine 1 .main of a.: unlock of an unlocked mutex\n\ngoroutine 1 .main of a. .running.:\n\tmain at \[^\n\]*\n" }
   { dg-output "(?=.*\ngoroutine \[0-9\]+ .new.line. .chan receive.:\n\twaits at \[^\n\]*\ncreated by main at )" }
   { dg-output "(?=.*\ngoroutine \[0-9\]+ .x{62}. .chan receive.:\n\twaits at )" }
   { dg-output "(?=.*\ngoroutine \[0-9\]+ .chan receive.:\n\twaits at ).*" }  */

#include <cgo.h>
#include <string.h>

static volatile int named;

__attribute__ ((noinline)) static int
waits (cgo_chan *c, const char *name)
{
  char own[100];
  strcpy (own, "old");
  cgo_goname (own);
  strcpy (own, name);
  int r = cgo_goname (own);
  own[0] = '-';
  named++;
  return r + cgo_chan_recv (c, NULL);
}

int
main (void)
{
  static const char *const names[] = {
    "new\nline", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\303\244", ""
  };
  static cgo_mutex m;
  cgo_chan *c = cgo_chan_make (1, 0);
  for (int i = 0; i < 3; i++)
    {
      cgo_go (waits, c, names[i]);
      while (named <= i)
	cgo_sleep (20 * CGO_MILLISECOND);
    }
  cgo_sleep (50 * CGO_MILLISECOND);
  cgo_goname ("main of a");
  cgo_mutex_unlock (&m);
  return 0;
}
