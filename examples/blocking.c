/* blocking.c - eight goroutines sleep in C, others compute meanwhile.
 *
 * usleep is a function of a system header, so it is called as C: on the thread's
 * own stack, and with the right to run goroutines lent to whoever can use it.
 *
 * Build: gcc -O2 -fplugin=cgoplug.so blocking.c -o blocking -lcgo
 * Run: ./blocking
 * Output: 8 goroutines slept 200 ms each in C, together [0-9]+ ms
 * Output: 2 others computed meanwhile: 2 x 41538 primes below 500000
 *
 * SPDX-License-Identifier: MIT  */

#include <cgo.h>
#include <stdio.h>
#include <unistd.h>

enum { SLEEPERS = 8, MS = 200, OTHERS = 2, LIMIT = 500000 };

static cgo_wg sleepers = CGO_WG_INIT;

static void
sleep_in_c (void)
{
  usleep (MS * 1000);
  cgo_wg_done (&sleepers);
}

static void
count_primes (cgo_chan *counts)
{
  int count = 0;
  for (int n = 2, prime = 1; n < LIMIT; n++, prime = 1)
    {
      for (int d = 2; d * d <= n && prime; d++)
	prime = n % d != 0;
      count += prime;
    }
  cgo_chan_send (counts, &count);
}

int
main (void)
{
  cgo_chan *counts = cgo_chan_make (sizeof (int), OTHERS);
  int64_t start = cgo_now ();
  cgo_wg_add (&sleepers, SLEEPERS);
  for (int i = 0; i < SLEEPERS; i++)
    cgo_go (sleep_in_c);
  for (int i = 0; i < OTHERS; i++)
    cgo_go (count_primes, counts);
  cgo_wg_wait (&sleepers);
  int ms = (cgo_now () - start) / CGO_MILLISECOND, a, b;
  printf ("%d goroutines slept %d ms each in C, together %d ms\n",
	  SLEEPERS, MS, ms);
  cgo_chan_recv (counts, &a), cgo_chan_recv (counts, &b);
  printf ("%d others computed meanwhile: 2 x %d primes below %d\n",
	  OTHERS, a, LIMIT);
  return a != b || ms >= SLEEPERS * MS;
}
