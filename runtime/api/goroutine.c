/* goroutine.c - the implementations behind cgo/go.h.  The public symbols are the
   stubs of arch/x86_64/api.S.

   SPDX-License-Identifier: MIT  */

#include "api/api.h"
#include "base/sys.h"
#include "sched/fiber.h"
#include "sched/signal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

void
cgo__gosched (void)
{
  struct cgo__g *g = cgo__api_g_or_null ();
  if (g)
    cgo__yield_api (g, true);
  else
    cgo__sys_sched_yield ();
}

uint64_t
cgo__goid (void)
{
  struct cgo__g *g = cgo__api_g_or_null ();
  return g ? g->id : 0;
}

/* The bytes of NAME that are kept: no part of a UTF-8 character.  */
static size_t
kept (const char *name)
{
  size_t n = strnlen (name, CGO__NAME_MAX + 1);
  if (n <= CGO__NAME_MAX)
    return n;
  n = CGO__NAME_MAX;
  while (n && (name[n] & 0xc0) == 0x80)
    n--;
  return n;
}

/* A report on another thread may look at the old name while it is freed, as it may at all else of
   a goroutine that runs: it shows CGO__NAME_MAX bytes at most.  */
int
cgo__goname (const char *name)
{
  struct cgo__g *g = cgo__api_g_or_null ();
  if (!g)
    cgo__fatal ("cgo_goname on a system stack; only a goroutine has a name");
  char *copy = NULL;
  size_t n = name ? kept (name) : 0;
  if (n)
    {
      copy = malloc (n + 1);
      if (!copy)
	return -1;
      for (size_t i = 0; i < n; i++)
	copy[i] = (unsigned char) name[i] < ' ' || name[i] == 127 ? '?' : name[i];
      copy[n] = 0;
    }
  char *old = g->name;
  /* Release: a report that sees it sees what it says.  */
  __atomic_store_n (&g->name, copy, __ATOMIC_RELEASE);
  cgo__fiber_name (g);
  free (old);
  return 0;
}

int
cgo__numgoroutine (void)
{
  return cgo__ng ();
}

int
cgo__maxprocs (void)
{
  /* Not in a handler, which may have interrupted the start.  */
  if (!cgo__np () && !cgo__signal_frame)
    cgo__start ();
  return cgo__np ();
}

int
cgo__gomaxprocs (int n)
{
  if (n > CGO__MAXPROCS)
    {
      errno = EINVAL;
      return -1;
    }
  cgo__start ();
  return n < 1 || n == cgo__np () ? cgo__np () : cgo__procresize (n);
}

/* In a constructor, before main: the goroutine is main's.  */
static struct cgo__g *
lockable (const char *what)
{
  if (!__cgo_tls.m)
    cgo__start ();
  struct cgo__m *m = __cgo_tls.m;
  if (m && !cgo__sched.mainstarted && m->curg && m->curg == cgo__sched.maing)
    return m->curg;
  struct cgo__g *g = cgo__api_g_or_null ();
  if (!g)
    cgo__fatal ("%s on a system stack; only a goroutine can be locked to its thread", what);
  return g;
}

/* sysmon is there before the goroutine does anything to its thread: thread.c.  */
void
cgo__lock_os_thread (void)
{
  struct cgo__g *g = lockable ("cgo_lock_os_thread");
  cgo__sysmon_need ();
  CGO__POST (g->locks, g->locks + 1);
}

void
cgo__unlock_os_thread (void)
{
  struct cgo__g *g = lockable ("cgo_unlock_os_thread");
  if (!g->locks)
    cgo__fatal ("cgo_unlock_os_thread without cgo_lock_os_thread");
  CGO__POST (g->locks, g->locks - 1);
}
