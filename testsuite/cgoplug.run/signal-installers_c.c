/* SPDX-License-Identifier: MIT  */

#define _GNU_SOURCE 1
#include "check.h"
#include <signal.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

extern void on_timer (int);

static volatile int handled, wrong;

static void
handler (int sig)
{
  volatile char room[8000];
  stack_t s;
  memset ((char *) room, sig, sizeof room);
  if (sigaltstack (NULL, &s) != 0 || !(s.ss_flags & SS_ONSTACK))
    wrong = 1;
  handled++;
}

int
c_handled (void)
{
  return handled;
}

int
c_wrong (void)
{
  return wrong;
}

/* Nobody can stand in front of this one.  The kernel returns through RESTORER.  */
__asm__ (".pushsection .text; restore: movq $15, %rax; syscall; .popsection");
extern void restore (void);

static void
by_system_call (int sig, unsigned long flags)
{
  struct
  {
    void (*handler) (int);
    unsigned long flags;
    void (*restorer) (void);
    unsigned long mask;
  } k = { handler, flags | 0x04000000, restore, 0 };
  CHECK_EQ (syscall (SYS_rt_sigaction, sig, &k, NULL, 8), 0);
}

static void
early (void)
{
  by_system_call (SIGUSR2, 0);
}

/* Before all constructors, those of libraries too.  */
__attribute__ ((section (".preinit_array"), used)) static void (*const preinit) (void) = early;

static void
by_sigaction (int sig)
{
  struct sigaction a;
  memset (&a, 0, sizeof a);
  a.sa_handler = handler;
  sigaction (sig, &a, NULL);
}

void
c_install (int i, int sig)
{
  switch (i)
    {
    case 1: by_sigaction (sig); break;
    case 2: signal (sig, handler); break;
    case 3: ssignal (sig, handler); break;
    case 4: sysv_signal (sig, handler); break;
    case 5: sigset (sig, handler); break;
    case 6: by_system_call (sig, SA_ONSTACK); break;
    }
}

int
c_installers_n (void)
{
  return 7;
}

static void
notified (union sigval v)
{
  on_timer (v.sival_int);
}

void
c_timer (void)
{
  timer_t t;
  struct sigevent e;
  struct itimerspec when = { { 0, 1000000 }, { 0, 1000000 } };
  memset (&e, 0, sizeof e);
  e.sigev_notify = SIGEV_THREAD;
  e.sigev_notify_function = notified;
  e.sigev_value.sival_int = 42;
  CHECK_EQ (timer_create (CLOCK_MONOTONIC, &e, &t), 0);
  CHECK_EQ (timer_settime (t, 0, &when, NULL), 0);
}
