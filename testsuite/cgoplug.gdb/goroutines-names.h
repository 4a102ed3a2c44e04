/* goroutines-names.h - goroutines that have names, and functions of which nothing is left when
   they wait, as the last thing that they do is to call libcgo.  Where stop_here is called:

     2	sleeps, as the last thing its function does
     3	waits for a mutex so, locked to its thread
     4	sleeps so in a callback
     5	has a name that needs care, and waits with a frame of its own
     6	is in C, as the last thing it does

   and what gdb says of them, for dg-include:

   { dg-levels "-O2" }
   { dg-foreign "callback_c.c" }
   { dg-gdb "info goroutines" }
   { dg-gdb "goroutine all bt" }
   { dg-gdb-output "\n  Id +State +Thread +Function\n\\* 1 \"the first\" +running +\[^\n\]*began in main\n" }
   { dg-gdb-output "\n  2 \"tail\" +sleep +- +sleeper at \[^\n\]*goroutines-names.h:\[0-9\]+, began in sleeper\n" }
   { dg-gdb-output "\n  3 \"a 'locker'\" +mutex lock 0x\[0-9a-f\]+ +\[0-9\]+ \\(LWP \[0-9\]+\\), locked +locker at \[^\n\]*goroutines-names.h:\[0-9\]+, began in locker\n" }
   { dg-gdb-output "\n  4 +sleep +\[0-9\]+ \\(LWP \[0-9\]+\\), locked +c_call at \[^\n\]*callback_c.c:\[0-9\]+, began in in_callback\n" }
   { dg-gdb-output "\n  5 \"\[^\n\]*\\\\xff\" +chan receive 0x\[0-9a-f\]+ +- +receiver at \[^\n\]*, began in receiver\n" }
   { dg-gdb-output "\n  6 \"in C\" +in C +\[0-9\]+ \\(LWP \[0-9\]+\\) +\\w*pause from in_c at \[^\n\]*goroutines-names.h:\[0-9\]+, began in in_c\n" }
   { dg-gdb-output "\ngoroutine 2 \"tail\" \\\[sleep\\\]:\n#0  <goroutine 2 \"tail\": sleep> \\(\\)\n" }
   { dg-gdb-output "\ngoroutine 3 \"a 'locker'\" \\\[mutex lock 0x\[0-9a-f\]+, locked to its thread\\\]:\n" }
   { dg-gdb-output "\ngoroutine 4 \\\[sleep, locked to its thread\\\]:\n#0  <goroutine 4: sleep> \\(\\)\n" }
   { dg-gdb-output "\ngoroutine 6 \"in C\" \\\[in C\\\]:\n#0 \[^\n\]*pause" }
   { dg-gdb-not "inner to this frame|corrupt stack|Cannot access|Python Exception|Traceback" }  */

#include <cgo.h>
#include "check.h"

#include <unistd.h>

int c_call (int (*fn) (int), int n) CGO_CALL;
int callback (int n);

static cgo_chan *chan;
static cgo_mutex mutex;
static _Atomic int arrived;

NOINLINE void
stop_here (void)
{
  __asm__ volatile ("");
}

static int
sleeper (void)
{
  cgo_goname ("tail");
  arrived++;
  return cgo_sleep (1000 * CGO_SECOND);
}

static int
locker (void)
{
  cgo_goname ("a 'locker'");
  cgo_lock_os_thread ();
  arrived++;
  return cgo_mutex_lock (&mutex);
}

CGO_EXPORT int
callback (int n)
{
  arrived++;
  return cgo_sleep (n * CGO_SECOND);
}

static int
in_callback (void)
{
  return c_call (callback, 1000);
}

static void
receiver (void)
{
  cgo_goname ("q\xc3\xbc \xff");
  arrived++;
  int r = cgo_chan_recv (chan, NULL);
  HIDE (r);
}

static int
in_c (void)
{
  cgo_goname ("in C");
  arrived++;
  return pause ();
}

int
main (void)
{
  cgo_goname ("the first");
  chan = cgo_chan_make (0, 0);
  cgo_mutex_lock (&mutex);
  cgo_go (sleeper);
  cgo_go (locker);
  cgo_go (in_callback);
  cgo_go (receiver);
  cgo_go (in_c);
  while (arrived < 5)
    cgo_sleep (20 * CGO_MILLISECOND);
  for (int i = 0; i < 5; i++)
    cgo_gosched ();
  stop_here ();
  return 0;
}
