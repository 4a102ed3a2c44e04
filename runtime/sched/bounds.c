/* bounds.c - where the stack of a thread begins and ends.

   pthread_getattr_np knows, but asks the kernel for the thread's processors and calls malloc,
   twice: on a thread that has done neither that costs more than all else that a first
   callback needs.  So a foreign thread's M gets the bounds when somebody asks, which is when a
   jump leaves a callback, or after a fault.

   A signal handler, that of a fault among them, may have interrupted malloc.  It reads
   /proc/self/maps.  libc puts the thread's control block at the high end of its stack.  The
   mapping that it is in begins above the guard page; what the kernel has joined to it at the
   other end is cut off at the control block.  Where the user asked for no guard page, or gave
   the stack himself, there may be more of it at the low end, too; so these bounds are not kept.
   The initial thread's stack is the kernel's, and has no control block: of that one, and of our
   own threads, libc is asked at the start.

   SPDX-License-Identifier: MIT  */

#include "sched/proc.h"
#include "base/sys.h"

#include <fcntl.h>

enum { PAGE = 4096 };

struct file
{
  int fd;
  long n, next;
  char buf[512];
};

/* The next byte, or -1.  */
static int
get (struct file *f)
{
  if (f->next == f->n)
    {
      f->n = cgo__sys_read (f->fd, f->buf, sizeof f->buf);
      f->next = 0;
      if (f->n <= 0)
	{
	  f->n = 0;
	  return -1;
	}
    }
  return (unsigned char) f->buf[f->next++];
}

/* Hexadecimal digits and the byte behind them.  */
static uintptr_t
number (struct file *f)
{
  uintptr_t v = 0;
  for (;;)
    {
      int c = get (f);
      if (c >= '0' && c <= '9')
	v = v << 4 | (c - '0');
      else if (c >= 'a' && c <= 'f')
	v = v << 4 | (c - 'a' + 10);
      else
	return v;
    }
}

/* Each line begins `LOW-HIGH '.  */
static uintptr_t
mapping_low (struct file *f, uintptr_t address)
{
  for (;;)
    {
      uintptr_t lo = number (f), hi = number (f);
      int c;
      if (address >= lo && address < hi)
	return lo;
      do
	c = get (f);
      while (c != '\n' && c != -1);
      if (c == -1)
	return 0;
    }
}

static void
ask_libc (struct cgo__m *m)
{
  pthread_attr_t a;
  if (pthread_getattr_np (m->thread, &a) != 0)
    return;
  void *lo;
  size_t size;
  pthread_attr_getstack (&a, &lo, &size);
  m->stack.lo = (uintptr_t) lo;
  m->stack.hi = m->stack.lo + size;
  pthread_attr_destroy (&a);
}

static struct cgo__bounds
read_maps (struct cgo__m *m)
{
  struct cgo__bounds none = { 0, 0 };
  struct file f = { .fd = cgo__sys_open ("/proc/self/maps", O_RDONLY | O_CLOEXEC) };
  if (f.fd < 0)
    return none;
  uintptr_t self = (uintptr_t) m->thread;
  uintptr_t lo = mapping_low (&f, self);
  cgo__sys_close (f.fd);
  if (!lo)
    return none;
  return (struct cgo__bounds) { lo, (self + PAGE - 1) & -(uintptr_t) PAGE };
}

struct cgo__bounds
cgo__m_bounds (struct cgo__m *m, bool in_handler)
{
  if (!m->stack.hi)
    {
      if (in_handler)
	return read_maps (m);
      ask_libc (m);
    }
  return m->stack;
}
