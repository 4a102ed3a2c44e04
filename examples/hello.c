/* hello.c - a goroutine, and a wait for it.
 *
 * Build: gcc -O2 -fplugin=cgoplug.so hello.c -o hello -lcgo
 * Run: ./hello
 * Output: hello, world
 *
 * SPDX-License-Identifier: MIT  */

#include <cgo.h>
#include <stdio.h>
static void hello (cgo_chan *c) { puts ("hello, world"); cgo_chan_close (c); }
int main (void) {
  cgo_chan *c = cgo_chan_make (0, 0);
  cgo_go (hello, c);
  cgo_chan_recv (c, NULL);	/* returns when it is closed */
}
