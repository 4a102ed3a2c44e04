/* callback.c - C calls an exported function, which starts goroutines.
 *
 * It waits for them; meanwhile the C frames of its caller stay where they are, on
 * the thread's own stack.
 *
 * Build: gcc -O2 -c callback_c.c
 * Build: gcc -O2 -fplugin=cgoplug.so callback.c callback_c.o -o callback -lcgo
 * Run: ./callback
 * Output: goroutines: 5050, sum: 8670850
 *
 * SPDX-License-Identifier: MIT  */

#include <cgo.h>
#include <stdio.h>
#include "callback_c.h"

static int started;

static void
square (cgo_chan *squares, int i)
{
  long value = (long) i * i;
  cgo_chan_send (squares, &value);
}

CGO_EXPORT long
square_sum (int n)
{
  cgo_chan *squares = cgo_chan_make (sizeof (long), 0);
  long value, sum = 0;
  for (int i = 1; i <= n; i++)
    started += cgo_go (square, squares, i) == 0;
  for (int i = 1; i <= n; i++, sum += value)
    cgo_chan_recv (squares, &value);
  cgo_chan_free (squares);
  return sum;
}

int
main (void)
{
  long sum = sum_over (100);
  printf ("goroutines: %d, sum: %ld\n", started, sum);
  return sum != 8670850;
}
