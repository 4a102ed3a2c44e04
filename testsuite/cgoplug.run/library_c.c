/* library_c.c - a program in C, the user of library-*.c, linked with it, or (-DDLOPEN) opening
   what its first argument names.

   SPDX-License-Identifier: MIT  */

#define _GNU_SOURCE 1
#include "check.h"
#include "library.h"
#include <dlfcn.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdlib.h>
#include <sys/wait.h>

#ifdef DLOPEN
#define DECLARE(type, name, args) static type (*name) args;
LIBRARY (DECLARE)
#define FIND(type, name, args)						\
  CHECK ((name = (type (*) args) dlsym (library, #name)) != NULL);

static const char *path;
static void *library;

static void *
load (void *arg)
{
  library = dlopen (path, RTLD_NOW);
  if (!library)
    dprintf (2, "%s\n", dlerror ());
  CHECK (library != NULL);
  LIBRARY (FIND)
  return arg;
}
#else
#define DECLARE(type, name, args) type name args;
LIBRARY (DECLARE)
#endif

enum { THREADS = 8 };

static pthread_barrier_t barrier;

/* The first entry of any kind, by all of them at once.  */
static void *
first (void *arg)
{
  pthread_barrier_wait (&barrier);
  CHECK_EQ (lib_sum (10), 55);
  return arg;
}

static void
first_entries (void)
{
  pthread_t t[THREADS];
  pthread_barrier_init (&barrier, NULL, THREADS);
  for (int i = 0; i < THREADS; i++)
    CHECK_EQ (pthread_create (&t[i], NULL, first, NULL), 0);
  for (int i = 0; i < THREADS; i++)
    CHECK_EQ (pthread_join (t[i], NULL), 0);
}

static void *
sender (void *arg)
{
  for (long i = 0; i < 100; i++)
    lib_send (i);
  return arg;
}

/* Nobody but this thread can wake the goroutine that the other waits in, and the reverse;
   no deadlock is seen in a program that may call in at any time.  */
static void
pipe_between (void)
{
  pthread_t t;
  CHECK_EQ (pthread_create (&t, NULL, sender, NULL), 0);
  for (long i = 0; i < 100; i++)
    {
      if (i % 10 == 0)
	usleep (100);
      CHECK_EQ (lib_recv (), i);
    }
  CHECK_EQ (pthread_join (t, NULL), 0);
}

static void
jump (void *env)
{
  longjmp (*(jmp_buf *) env, 1);
}

static void
call_and_jump (void *env)
{
  lib_call (jump, env, 30);
}

/* Once C below a callback has failed, the next call finds all as it was before.  */
static void *
jumps (void *arg)
{
  for (int i = 0; i < 2000; i++)
    {
      jmp_buf env;
      if (setjmp (env) == 0)
	lib_call (i % 2 ? jump : call_and_jump, &env, i % 40);
      if (i % 100 == 0)
	CHECK_EQ (lib_sum (4), 10);
    }
  return arg;
}

static void
jumps_inside (void *arg)
{
  jumps (arg);
}

static void
all_jumps (void)
{
  pthread_t t;
  jumps (NULL);
  /* Where a goroutine waits for C to come back.  */
  for (int i = 0; i < 5; i++)
    CHECK_EQ (lib_call (jumps_inside, NULL, i), i);
  CHECK_EQ (pthread_create (&t, NULL, jumps, NULL), 0);
  CHECK_EQ (pthread_join (t, NULL), 0);
}

static void
forks (void)
{
  int status;
  pid_t child = fork ();
  if (child == 0)
    {
      first_entries ();
      _exit (lib_sum (4));
    }
  CHECK_EQ (waitpid (child, &status, 0), child);
  CHECK_EQ (status, 10 << 8);
}

static void
at_exit (void)
{
  dprintf (1, "exit handler %ld\n", lib_sum (10));
}

int
main (int argc, char **argv)
{
#ifdef DLOPEN
  pthread_t t;
  path = argv[1];
  /* The thread that has loaded it is gone.  */
  CHECK_EQ (pthread_create (&t, NULL, load, NULL), 0);
  CHECK_EQ (pthread_join (t, NULL), 0);
#endif
  (void) argc, (void) argv;
  first_entries ();
  CHECK_EQ (lib_sum (10), 55);
  pipe_between ();
  forks ();
  all_jumps ();
  forks ();
  atexit (at_exit);
  lib_background ();
  long before = lib_ticks ();
  while (lib_ticks () < before + 3)
    usleep (100);
  return 0;
}
