/* rand.c - goroutines call a package of plain C, through its annotated header.
 *
 * The package is linked first as an object, then as a shared library.
 *
 * Build: gcc -O2 -c rand_c.c
 * Build: gcc -O2 -fplugin=cgoplug.so rand.c rand_c.o -o rand -lcgo
 * Build: gcc -O2 -fPIC -shared rand_c.c -o librand_c.so
 * Build: gcc -O2 -fplugin=cgoplug.so rand.c -o rand-shared -L. -lrand_c -Wl,-rpath,. -lcgo
 * Run: ./rand
 * Output: 71876166 708592740 1483128881
 * Output: 4 goroutines drew the numbers that 1 drew
 * Run: ./rand-shared
 * Output: 71876166 708592740 1483128881
 * Output: 4 goroutines drew the numbers that 1 drew
 *
 * SPDX-License-Identifier: MIT  */

#include <cgo.h>
#include <stdio.h>
#include "rand_c.h"

enum { GOROUTINES = 4, EACH = 1000 };

static void
draw (cgo_chan *sums, int n)
{
  long sum = 0;
  while (n-- > 0)
    sum += Random ();
  cgo_chan_send (sums, &sum);
}

static long
sum_of (int goroutines, int each)
{
  cgo_chan *sums = cgo_chan_make (sizeof (long), 0);
  long sum, all = 0;
  Seed (42);
  for (int i = 0; i < goroutines; i++)
    cgo_go (draw, sums, each);
  for (int i = 0; i < goroutines; i++, all += sum)
    cgo_chan_recv (sums, &sum);
  cgo_chan_free (sums);
  return all;
}

int
main (void)
{
  Seed (42);
  long a = Random (), b = Random (), c = Random ();
  printf ("%ld %ld %ld\n", a, b, c);
  int same = sum_of (GOROUTINES, EACH) == sum_of (1, GOROUTINES * EACH);
  printf ("%d goroutines drew %s numbers that 1 drew\n", GOROUTINES,
	  same ? "the" : "other");
  return !same;
}
