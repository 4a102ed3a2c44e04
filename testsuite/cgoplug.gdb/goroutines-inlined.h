/* goroutines-inlined.h - a thread stops in functions that are inlined into main, while
   goroutine 2 waits.  What gdb says of that goroutine, for dg-include:

   { dg-nostress "it adds frames of __morestack" }
   { dg-gdb-script "auto" }
   { dg-gdb "info goroutines" }
   { dg-gdb "goroutine 2 bt" }
   { dg-gdb "goroutine 2 frame 0" }
   { dg-gdb "goroutine 2 down" }
   { dg-gdb "goroutine 2 frame function stop_here" }
   { dg-gdb "goroutine 2 frame 1" }
   { dg-gdb "goroutine 2 up" }
   { dg-gdb "goroutine 2 frame level 1" }
   { dg-gdb "goroutine 2 frame" }
   { dg-gdb "goroutine 2 frame apply level 1-2 -q print 21 * 2" }
   { dg-gdb "goroutine 2 bt 2" }
   { dg-gdb "goroutine 2 bt -no-filters 1" }
   { dg-gdb "goroutine 2 info frame" }
   { dg-gdb "goroutine 2 print mine" }
   { dg-gdb "goroutine 2 frame 99" }
   { dg-gdb-output "\n  2   chan receive 0x\[0-9a-f\]+ +- +waits at " }
   { dg-gdb-output "\n#0  <goroutine 2: chan receive 0x\[0-9a-f\]+> \\(\\)\n#1 \[^\n\]* in waits \\(\[^\n\]*\n#2 \[^\n\]* in \[^\n\]*gostart \\(\\)\[^\n\]*\n" }
   { dg-gdb-output "(\n#0  <goroutine 2: chan receive 0x\[0-9a-f\]+> \\(\\)(?=\n)){3}\n#1 \[^\n\]* in waits \\(" }
   { dg-gdb-count "5 \n#0  <goroutine 2: chan receive 0x\[0-9a-f\]+> \\(\\)(?=\n)" }
   { dg-gdb-count "5 \n#1 \[^\n\]* in waits \\(" }
   { dg-gdb-count "2 \n#2 \[^\n\]*gostart \\(\\)" }
   { dg-gdb-output "\n.1 = 42\n.2 = 42\n" }
   { dg-gdb-output "\nStack level 1, frame at " }
   { dg-gdb-output "\n.3 = 55\n" }
   { dg-gdb-output "\nNo frame at level 99\\.\n" }
   { dg-gdb-not "\n#\[3-9\]|Python Exception|Traceback" }  */

#include <cgo.h>
#include "check.h"

static cgo_chan *chan;
static volatile int marks;

static inline __attribute__ ((always_inline)) void
stop_here (void)
{
  marks = 1;
  marks = 2;
}

static inline __attribute__ ((always_inline)) void
halts (void)
{
  marks = 3;
  stop_here ();
  marks = 4;
}

NOINLINE static void
waits (void)
{
  volatile int mine = 55;
  int r = cgo_chan_recv (chan, NULL);
  HIDE (r);
  mine++;
}

int
main (void)
{
  chan = cgo_chan_make (0, 0);
  cgo_go (waits);
  cgo_sleep (20 * CGO_MILLISECOND);
  halts ();
  marks = 5;
  return 0;
}
