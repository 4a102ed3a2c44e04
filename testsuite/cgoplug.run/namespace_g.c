/* namespace_g.c - the goroutine functions.  */

#include <cgo/attr.h>

extern void _exit (int) CGO_CALL;
#include "namespace.h"

/* libc's is called by stdio.  */
long read (long) __asm__ ("go.read");

static unsigned long
guard (void)
{
  unsigned long slot;
  __asm__ volatile ("movq %%fs:0x70, %0" : "=r" (slot));
  return slot;
}

long
area (long n)
{
  volatile char room[2000];
  room[n] = 0;
  if (guard () == 0 || CGO_C (area) (n) != n * n + 1000)
    _exit (3);
  return n * n + room[n];
}

long
perimeter (long n)
{
  volatile char room[2000];
  room[n] = 0;
  if (guard () == 0)
    _exit (4);
  return 4 * n + room[n];
}

long
read (long n)
{
  return n + 1;
}

long
read_own (long n)
{
  return read (n);
}
