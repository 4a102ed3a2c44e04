/* fatal.c - the end of a program that did what it must not.

   A message is one write, so that messages of several threads do not mix.  The
   first thread that fails reports and ends the process; others that fail
   meanwhile wait for that; one that fails in its own report ends it at once.

   SPDX-License-Identifier: MIT  */

#include "base/base.h"
#include "base/format.h"
#include "base/sys.h"

#include <errno.h>
#include <unistd.h>

enum { LINE = 1024 };

int (*cgo__fatal_who) (char *buf, size_t size);
void (*cgo__fatal_trace) (void);

/* The thread that ends the process, or 0.  */
static _Atomic int reporter;

void
cgo__print_n (const char *s, size_t n)
{
  while (n)
    {
      long r = cgo__sys_write (STDERR_FILENO, s, n);
      if (r == -EINTR || r == -EAGAIN)
	continue;
      if (r <= 0)
	return;
      s += r;
      n -= r;
    }
}

void
cgo__print (const char *fmt, ...)
{
  char buf[LINE];
  va_list ap;
  va_start (ap, fmt);
  cgo__print_n (buf, cgo__vformat (buf, sizeof buf, fmt, ap));
  va_end (ap);
}

bool
cgo__fatal_begin (void)
{
  int self = cgo__sys_gettid (), first = 0;
  /* Relaxed: nothing but the winner's identity is passed on.  */
  if (atomic_compare_exchange_strong_explicit (&reporter, &first, self,
					       memory_order_relaxed,
					       memory_order_relaxed))
    return true;
  if (first == self)
    return false;
  static const uint32_t never;
  for (;;)
    cgo__sys_futex_wait (&never, 0, NULL);
}

/* The line, with the goroutine if WHO.  */
static void
print_line (bool who, const char *fmt, va_list ap)
{
  char buf[LINE];
  size_t n = cgo__format (buf, sizeof buf - 1, "cgo: ");
  if (who && cgo__fatal_who)
    n += cgo__fatal_who (buf + n, sizeof buf - 1 - n);
  n += cgo__vformat (buf + n, sizeof buf - 1 - n, fmt, ap);
  buf[n++] = '\n';
  cgo__print_n (buf, n);
}

/* By the default action of SIGABRT, whatever the program has made of that.  */
static void
dump_core (void)
{
  struct cgo__kernel_sigaction dfl = { .handler = SIG_DFL };
  uint64_t set = (uint64_t) 1 << (SIGABRT - 1);
  cgo__sys_rt_sigaction (SIGABRT, &dfl, NULL);
  cgo__sys_rt_sigprocmask (SIG_UNBLOCK, &set, NULL);
  cgo__sys_tgkill (cgo__sys_getpid (), cgo__sys_gettid (), SIGABRT);
}

_Noreturn void
cgo__fatal_exit (void)
{
  if (cgo__debug.traceback == CGO__TRACE_CRASH)
    dump_core ();
  cgo__sys_exit_group (CGO__EXIT);
}

_Noreturn void
cgo__fatal_end (void)
{
  if (cgo__fatal_trace && cgo__debug.traceback)
    cgo__fatal_trace ();
  cgo__fatal_exit ();
}

_Noreturn void
cgo__fatal (const char *fmt, ...)
{
  if (!cgo__fatal_begin ())
    cgo__sys_exit_group (CGO__EXIT);
  va_list ap;
  va_start (ap, fmt);
  print_line (true, fmt, ap);
  va_end (ap);
  cgo__fatal_end ();
}

_Noreturn void
cgo__die (const char *fmt, ...)
{
  if (!cgo__fatal_begin ())
    cgo__sys_exit_group (CGO__EXIT);
  va_list ap;
  va_start (ap, fmt);
  print_line (false, fmt, ap);
  va_end (ap);
  cgo__sys_exit_group (CGO__EXIT);
}
