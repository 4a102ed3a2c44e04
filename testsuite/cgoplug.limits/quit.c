/* SIGQUIT asks a program that hangs what it does: all goroutines, those that other threads run
   with their stacks too, and then the end.  Here no P is ever free and nobody yields.

   { dg-foreign "quit_c.c" }
   { dg-status 2 }
   { dg-output "cgo: SIGQUIT\n" }
   { dg-output "(?=.*\ngoroutine 1 .running.:\n\tspins at \[^\n\]*quit.c:\[0-9\]+\n\tmain at )" }
   { dg-output "(?=.*\ngoroutine 2 .named. .chan receive 0x\[0-9a-f\]+, \[0-9\]+ m?s.:\n\twaits at \[^\n\]*quit.c:25\ncreated by main at \[^\n\]*quit.c:46 in goroutine 1\n)" }
   { dg-output "(?=.*\ngoroutine \[0-9\]+ .in C.:\n(\t\[^\n\]*\n)*\tin_c at \[^\n\]*quit.c:\[0-9\]+\ncreated by main at )" }
   { dg-output "(?=.*\ngoroutine \[0-9\]+ .run(ning|nable).:\n\tspins at \[^\n\]*quit.c:\[0-9\]+\ncreated by main at ).*" }  */

#include <cgo.h>
#include <unistd.h>

void c_quit_later (void) CGO_CALL;
void c_wait (void) CGO_CALL;

static volatile int started, go_on;

__attribute__ ((noinline)) static int
waits (cgo_chan *c)
{
  cgo_goname ("named");
  started = 1;
  return cgo_chan_recv (c, NULL) + 1;
}

static void
in_c (void)
{
  started = 2;
  for (;;)
    c_wait ();
}

static void
spins (void)
{
  while (!go_on)
    ;
}

int
main (void)
{
  cgo_go (waits, cgo_chan_make (0, 0));
  while (started < 1)
    cgo_sleep (CGO_MILLISECOND);
  cgo_go (in_c);
  while (started < 2)
    cgo_sleep (CGO_MILLISECOND);
  cgo_sleep (20 * CGO_MILLISECOND);
  c_quit_later ();
  for (int i = 0; i < 2; i++)
    cgo_go (spins);
  spins ();
}
