/* signal-library_c.c - a library in C, which signal-library.c and library-signal.c open: its
   constructor installs a handler, which looks on which stack it runs.

   SPDX-License-Identifier: MIT  */

#include <signal.h>
#include <string.h>

void install (int sig, int flags);
int handled (void), outside (void);

static volatile int count, wrong;

/* Needs more than a segment has.  */
static void
handler (int sig)
{
  volatile char room[8000];
  stack_t s;
  memset ((char *) room, sig, sizeof room);
  if (sigaltstack (NULL, &s) != 0 || !(s.ss_flags & SS_ONSTACK)
      || (char *) room < (char *) s.ss_sp
      || (char *) room + sizeof room > (char *) s.ss_sp + s.ss_size)
    wrong++;
  count++;
}

void
install (int sig, int flags)
{
  struct sigaction a;
  memset (&a, 0, sizeof a);
  a.sa_handler = handler;
  a.sa_flags = flags;
  if (sigaction (sig, &a, NULL) != 0)
    wrong++;
}

int
handled (void)
{
  return count;
}

/* How often it ran on another stack than the thread's signal stack.  */
int
outside (void)
{
  return wrong;
}

__attribute__ ((constructor)) static void
load (void)
{
  install (SIGTRAP, 0);
}
