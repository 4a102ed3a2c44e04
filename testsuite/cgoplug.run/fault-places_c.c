/* SPDX-License-Identifier: MIT  */

#define _GNU_SOURCE 1
#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

extern void exported (void (*) (void));

__attribute__ ((noinline)) void
c_crash (void)
{
  int *volatile p = (int *) 16;
  *p = 1;
  __asm__ volatile ("");
}

__attribute__ ((noinline)) void
c_fpe (void)
{
  volatile int zero = 0, one = 1;
  one /= zero;
}

__attribute__ ((noinline)) void
c_ill (void)
{
  __asm__ volatile ("ud2");
}

/* A page of a file that has none.  */
__attribute__ ((noinline)) void
c_bus (void)
{
  int fd = memfd_create ("empty", 0);
  volatile char *p = mmap (0, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  *p = 1;
}

__attribute__ ((noinline)) void
c_null (void)
{
  void (*volatile f) (void) = 0;
  f ();
  __asm__ volatile ("");
}

static void *
unbound (void *fn)
{
  ((void (*) (void)) fn) ();
  return 0;
}

static void *
bound (void *fn)
{
  exported ((void (*) (void)) fn);
  return 0;
}

static void *
was_bound (void *fn)
{
  exported (0);
  ((void (*) (void)) fn) ();
  return 0;
}

/* FN on another thread: 0 never bound, 1 in a callback, 2 after one.  */
void
c_thread (void (*fn) (void), int how)
{
  pthread_t t;
  pthread_create (&t, 0, how == 0 ? unbound : how == 1 ? bound : was_bound, (void *) fn);
  pthread_join (t, 0);
}

static void
handler (int sig)
{
  (void) sig;
  c_crash ();
}

void
c_in_handler (void)
{
  signal (SIGUSR1, handler);
  raise (SIGUSR1);
}

/* FN in goroutine code that C calls.  */
void
c_callback (void (*fn) (void))
{
  exported (fn);
  __asm__ volatile ("");
}

/* Not the kernel's doing: nothing is reported.  */
void
c_sent (void)
{
  raise (SIGSEGV);
}
