/* library-signal_c.c - opens two libraries: the second that its arguments name, which installs a
   handler, then the first, which has goroutines that the handler interrupts.

   SPDX-License-Identifier: MIT  */

#define _GNU_SOURCE 1
#include "check.h"
#include <dlfcn.h>
#include <pthread.h>
#include <signal.h>

static int (*lib_traps) (int);
static int (*handled) (void), (*outside) (void);

static void *
load (const char *path)
{
  void *library = dlopen (path, RTLD_NOW);
  if (!library)
    dprintf (2, "%s\n", dlerror ());
  CHECK (library != NULL);
  return library;
}

static void *
traps (void *arg)
{
  int before = handled ();
  CHECK_EQ (lib_traps (40), 80);
  CHECK_EQ (handled (), before + 80);
  return arg;
}

static void
on_two_threads (void)
{
  pthread_t t;
  traps (NULL);
  CHECK_EQ (pthread_create (&t, NULL, traps, NULL), 0);
  CHECK_EQ (pthread_join (t, NULL), 0);
}

int
main (int argc, char **argv)
{
  CHECK_EQ (argc, 3);
  void *library = load (argv[2]);
  void (*install) (int, int) = (void (*) (int, int)) dlsym (library, "install");
  handled = (int (*) (void)) dlsym (library, "handled");
  outside = (int (*) (void)) dlsym (library, "outside");
  CHECK (install && handled && outside);
  CHECK_EQ (raise (SIGTRAP), 0);
  CHECK_EQ (outside (), 1);	/* there is no runtime, and no signal stack */
  lib_traps = (int (*) (int)) dlsym (load (argv[1]), "lib_traps");
  CHECK (lib_traps != NULL);
  on_two_threads ();
  install (SIGTRAP, SA_ONSTACK);
  on_two_threads ();
  CHECK_EQ (outside (), 1);
  return 0;
}
