/* Goroutines that lock two mutexes in different order wait for each other, and one that locks a
   mutex twice for itself.  The report has to say so: with a hundred goroutines nobody finds that.

   { dg-status 2 }
   { dg-output "cgo: all goroutines are asleep - deadlock!\n" }
   { dg-output "cgo: deadlock: goroutine 4 waits for mutex (0x\[0-9a-f\]+) held by itself\n" }
   { dg-output "cgo: deadlock: goroutine 2 .one. waits for mutex (0x\[0-9a-f\]+) held by goroutine 3, which waits for mutex (0x\[0-9a-f\]+) held by goroutine 2 .one.\n" }
   { dg-output "\ngoroutine 1 .mutex lock \\1 held by goroutine 4, \[0-9\]+ m?s.:\n.*" }
   { dg-output "\ngoroutine 2 .one. .mutex lock \\2 held by goroutine 3, \[0-9\]+ m?s.:\n.*" }
   { dg-output "\ngoroutine 3 .mutex lock \\3 held by goroutine 2 .one., \[0-9\]+ m?s.:\n.*" }  */

#include <cgo.h>

static cgo_mutex m, n, twice;
static cgo_chan *locked;

static void
both (const char *name, cgo_mutex *first, cgo_mutex *second)
{
  cgo_goname (name);
  cgo_mutex_lock (first);
  cgo_chan_send (locked, NULL);
  cgo_sleep (50 * CGO_MILLISECOND);
  cgo_mutex_lock (second);
}

static void
itself (void)
{
  cgo_mutex_lock (&twice);
  cgo_chan_send (locked, NULL);
  cgo_mutex_lock (&twice);
}

int
main (void)
{
  locked = cgo_chan_make (0, 3);
  cgo_go (both, "one", &m, &n);
  cgo_go (both, "", &n, &m);
  cgo_go (itself);
  for (int i = 0; i < 3; i++)
    cgo_chan_recv (locked, NULL);
  cgo_mutex_lock (&twice);
  return 0;
}
