/* What stops a program is said, wherever it happens: in goroutine code, in C below it, in a
   callback, on threads of C that the runtime knows or has never seen, in a signal handler; by
   a bad pointer, a missing page, a division by zero, a bad instruction, a call of null.  The
   line names the goroutine, if one runs there, and the function; and the program ends by the
   signal, as ever.

   { dg-foreign "fault-places_c.c" }
   { dg-timeout 90 }  */

#define _GNU_SOURCE 1
#include <cgo.h>
#include "check.h"
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

extern void c_crash (void) CGO_CALL, c_fpe (void) CGO_CALL, c_ill (void) CGO_CALL;
extern void c_bus (void) CGO_CALL, c_null (void) CGO_CALL, c_sent (void) CGO_CALL;
extern void c_in_handler (void) CGO_CALL;
extern void c_thread (void (*) (void), int) CGO_CALL;
extern void c_callback (void (*) (void)) CGO_CALL;

CGO_EXPORT void
exported (void (*fn) (void))
{
  if (fn)
    fn ();
}

NOINLINE static void
g_crash (void)
{
  int *volatile p = (int *) 16;
  *p = 1;
  __asm__ volatile ("");
}

NOINLINE static void
g_fpe (void)
{
  volatile int zero = 0, one = 1;
  one /= zero;
}

NOINLINE static void
g_ill (void)
{
  __asm__ volatile ("ud2");
}

static void in_callback (void) { c_callback (g_crash); }
static void below_callback (void) { c_callback (c_crash); }
static void thread (void) { c_thread (c_crash, 0); }
static void thread_fpe (void) { c_thread (c_fpe, 0); }
static void thread_callback (void) { c_thread (g_crash, 1); }
static void thread_below (void) { c_thread (c_crash, 1); }
static void thread_after (void) { c_thread (c_crash, 2); }

static struct
{
  void (*fn) (void);
  int sig;
  const char *who, *text;
} places[] = {
  { g_crash, SIGSEGV, "goroutine 2: ", "SIGSEGV at 0x10 in g_crash" },
  { c_crash, SIGSEGV, "goroutine 2: ", "SIGSEGV at 0x10 in c_crash" },
  { c_bus, SIGBUS, "goroutine 2: ", "SIGBUS at 0x* in c_bus" },
  { c_null, SIGSEGV, "goroutine 2: ", "SIGSEGV at 0x0 in c_null" },
  { g_fpe, SIGFPE, "goroutine 2: ", "SIGFPE at 0x* in g_fpe" },
  { c_fpe, SIGFPE, "goroutine 2: ", "SIGFPE at 0x* in c_fpe" },
  { g_ill, SIGILL, "goroutine 2: ", "SIGILL at 0x* in g_ill" },
  { c_ill, SIGILL, "goroutine 2: ", "SIGILL at 0x* in c_ill" },
  { c_in_handler, SIGSEGV, "goroutine 2: ", "SIGSEGV at 0x10 in c_crash" },
  { in_callback, SIGSEGV, "goroutine 2: ", "SIGSEGV at 0x10 in g_crash" },
  { below_callback, SIGSEGV, "goroutine 2: ", "SIGSEGV at 0x10 in c_crash" },
  { thread, SIGSEGV, "", "SIGSEGV at 0x10 in c_crash" },
  { thread_fpe, SIGFPE, "", "SIGFPE at 0x* in c_fpe" },
  { thread_callback, SIGSEGV, "goroutine *: ", "SIGSEGV at 0x10 in g_crash" },
  { thread_below, SIGSEGV, "goroutine *: ", "SIGSEGV at 0x10 in c_crash" },
  { thread_after, SIGSEGV, "", "SIGSEGV at 0x10 in c_crash" },
  { c_sent, SIGSEGV, NULL, NULL }
};
enum { PLACES = sizeof places / sizeof places[0] };

/* A star stands for digits.  */
static int
begins (const char *s, const char *pattern)
{
  for (; *pattern; pattern++)
    if (*pattern == '*')
      s += strspn (s, "0123456789abcdef");
    else if (*s++ != *pattern)
      return 0;
  return 1;
}

/* This program again, to fail at place I.  */
static void
run (int i)
{
  char number[8], text[4096], expected[200];
  char *argv[] = { "fault-places", number, NULL };
  int fds[2], status = 0;
  size_t n = 0;
  ssize_t r;
  snprintf (number, sizeof number, "%d", i);
  CHECK_EQ (pipe (fds), 0);
  pid_t p = fork ();
  if (p == 0)
    {
      dup2 (fds[1], STDERR_FILENO);
      close (fds[0]);
      close (fds[1]);
      execv ("/proc/self/exe", argv);
      _exit (1);
    }
  close (fds[1]);
  while ((r = read (fds[0], text + n, sizeof text - 1 - n)) > 0)
    n += r;
  text[n] = 0;
  close (fds[0]);
  CHECK_EQ (waitpid (p, &status, 0), p);
  expected[0] = 0;
  if (places[i].text)
    snprintf (expected, sizeof expected, "cgo: %s%s\n", places[i].who, places[i].text);
  if (!begins (text, expected) || (!places[i].text && n))
    {
      fprintf (stderr, "place %d: expected `%s', got `%s'\n", i, expected, text);
      exit (1);
    }
  CHECK (WIFSIGNALED (status));
  CHECK_EQ (WTERMSIG (status), places[i].sig);
}

int
main (int argc, char **argv)
{
  struct rlimit none = { 0, 0 };
  CHECK_EQ (setrlimit (RLIMIT_CORE, &none), 0);
  if (argc > 1)
    {
      CHECK_EQ (cgo_go (exported, places[atoi (argv[1])].fn), 0);
      cgo_sleep (20 * CGO_SECOND);
      return 1;
    }
  for (int i = 0; i < PLACES; i++)
    run (i);
  return 0;
}
