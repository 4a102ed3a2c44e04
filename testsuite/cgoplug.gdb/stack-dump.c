/* cgo_stack_dump can be called in gdb, wherever the program stands: in goroutine code on a stack
   of 4 KiB, and in C that it has called.

   { dg-foreign "foreign_c.c" }
   { dg-gdb "break stop_here" }
   { dg-gdb "break c_inner" }
   { dg-gdb "run" }
   { dg-gdb "call (void) cgo_stack_dump ()" }
   { dg-gdb "continue" }
   { dg-gdb "call (void) cgo_stack_dump ()" }
   { dg-gdb "continue" }
   { dg-gdb-count "2 \ngoroutine 2 \\\[chan receive\\\]:\n\tdeep at \[^\n\]*stack-dump.c:\[0-9\]+\n\twaiter at \[^\n\]*stack-dump.c:\[0-9\]+\n" }
   { dg-gdb-count "2 \ngoroutine 1 \\\[running\\\]:\n" }
   { dg-gdb-output "exited normally" }
   { dg-gdb-not "SIGSEGV|SIGABRT|The program being debugged" }  */

#include <cgo.h>
#include "check.h"

int c_outer (int) CGO_CALL;
static cgo_chan *chan;

NOINLINE void
stop_here (void)
{
  __asm__ volatile ("");
}

NOINLINE static int
deep (void)
{
  volatile char room[3000];
  room[0] = 0;
  int r = cgo_chan_recv (chan, NULL);
  HIDE (r);
  return r + room[0];
}

static void
waiter (void)
{
  int r = deep ();
  HIDE (r);
}

int
main (void)
{
  chan = cgo_chan_make (0, 0);
  cgo_go (waiter);
  for (int i = 0; i < 5; i++)
    cgo_gosched ();
  stop_here ();
  CHECK_EQ (c_outer (5), 7);
  return 0;
}
