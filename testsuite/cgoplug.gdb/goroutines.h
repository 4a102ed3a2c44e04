/* goroutines.h - one goroutine of each kind there is, for tests of the commands that
   runtime/gdb/libcgo-gdb.py gives gdb.  Where stop_here is called, on one processor:

     1	runs, main's
     2	waits for a channel, many frames deep
     3	sleeps
     4	waits for a mutex, locked to its thread
     5	is in C
     6	waits in a callback from C
     7	was preempted in a loop
     8	has not begun

   and what the commands say of them, for dg-include:

   { dg-foreign "callback_c.c" }
   { dg-gdb-output "\n  Id  State +Thread +Function\n\\* 1   running +\[0-9\]+ \\(LWP \[0-9\]+\\) +stop_here at \[^\n\]*goroutines.h:\[0-9\]+, began in main\n" }
   { dg-gdb-output "\n  2   chan receive 0x\[0-9a-f\]+ +- +deep at \[^\n\]*goroutines.h:\[0-9\]+, began in receiver\n" }
   { dg-gdb-output "\n  3   sleep +- +sleeper at \[^\n\]*goroutines.h:\[0-9\]+, began in sleeper\n" }
   { dg-gdb-output "\n  4   mutex lock 0x\[0-9a-f\]+ +\[0-9\]+ \\(LWP \[0-9\]+\\), locked +locker at \[^\n\]*, began in locker\n" }
   { dg-gdb-output "\n  5   in C +\[0-9\]+ \\(LWP \[0-9\]+\\) +\\w*usleep from in_c at \[^\n\]*, began in in_c\n" }
   { dg-gdb-output "\n  6   chan receive 0x\[0-9a-f\]+ +\[0-9\]+ \\(LWP \[0-9\]+\\), locked +callback at \[^\n\]*, began in in_callback\n" }
   { dg-gdb-output "\n  7   runnable +- +(turn|loop) at \[^\n\]*, began in loop\n" }
   { dg-gdb-output "\n  8   runnable +- +fresh, not begun\n" }
   { dg-gdb-output "\n#0  <goroutine 2: chan receive 0x\[0-9a-f\]+> \\(\\)\n#1  0x\[0-9a-f\]+ in deep \\(\[^\n\]*\n.*\n#\[0-9\]+ \[^\n\]* in receiver \\(" }
   { dg-gdb-count "13 \n#\[0-9\]+ +0x\[0-9a-f\]+ in deep \\(\[^\n\]*goroutines.h:\[0-9\]+(?=\n#)" }
   { dg-gdb-output "\n#0  <goroutine 6: chan receive 0x\[0-9a-f\]+> \\(\\)\n#1 \[^\n\]* in callback \\(.* in c_call \\(.* in in_callback \\(" }
   { dg-gdb-output "\n#0  <goroutine 7: runnable> \\(\\)\n.* in loop \\(" }
   { dg-gdb-not "inner to this frame|corrupt stack|Cannot access|Python Exception|Traceback|warning: File" }  */

#include <cgo.h>
#include "check.h"

#include <unistd.h>

int c_call (int (*fn) (int), int n) CGO_CALL;
int callback (int n);

static cgo_chan *chan;
static cgo_mutex mutex;
static _Atomic int arrived, turns;
static volatile int endless = 1;

NOINLINE void
stop_here (void)
{
  __asm__ volatile ("");
}

NOINLINE static int
deep (int n)
{
  volatile char room[700];
  volatile int kept = n + 70;
  room[0] = 0;
  arrived += n == 0;
  int r = n == 0 ? cgo_chan_recv (chan, NULL) : deep (n - 1);
  HIDE (r);
  return r + room[0] + kept;
}

static void
receiver (int n)
{
  volatile int mine = 77;
  int r = deep (n);
  HIDE (r);
  mine++;
}

static void
sleeper (void)
{
  arrived++;
  int r = cgo_sleep (1000 * CGO_SECOND);
  HIDE (r);
}

static void
locker (void)
{
  cgo_lock_os_thread ();
  arrived++;
  int r = cgo_mutex_lock (&mutex);
  HIDE (r);
}

static void
in_c (int seconds)
{
  arrived++;
  int r = usleep (seconds * 1000000);
  HIDE (r);
}

CGO_EXPORT int
callback (int n)
{
  arrived++;
  int r = cgo_chan_recv (chan, NULL);
  HIDE (r);
  return r + n;
}

static void
in_callback (void)
{
  int r = c_call (callback, 3);
  HIDE (r);
}

/* Its stack check is where it is interrupted.  */
NOINLINE static void
turn (void)
{
  volatile char room[1000];
  room[0] = 0;
  turns += room[0] + 1;
}

static void
loop (void)
{
  volatile int mine = 99;
  while (endless)
    turn ();
  mine++;
}

static void
fresh (int n)
{
  HIDE (n);
}

int
main (void)
{
  chan = cgo_chan_make (0, 0);
  cgo_mutex_lock (&mutex);
  cgo_go (receiver, 12);
  cgo_go (sleeper);
  cgo_go (locker);
  cgo_go (in_c, 1000);
  cgo_go (in_callback);
  while (arrived < 5)
    cgo_sleep (20 * CGO_MILLISECOND);
  /* Who was interrupted on the last steps goes them.  */
  for (int i = 0; i < 5; i++)
    cgo_gosched ();
  cgo_go (loop);
  while (turns == 0)
    cgo_sleep (20 * CGO_MILLISECOND);
  cgo_go (fresh, 8);
  stop_here ();
  return 0;
}
