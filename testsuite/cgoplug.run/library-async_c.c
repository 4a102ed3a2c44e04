/* library-async_c.c - opens what its first argument names, five times, and spins in it, on
   goroutines and on threads of C.

   SPDX-License-Identifier: MIT  */

#define _GNU_SOURCE 1
#include "check.h"
#include <dlfcn.h>
#include <pthread.h>
#include <signal.h>

typedef void spin_fn (volatile int *);

static volatile int signals, end, done;

static void
on_urgent (int sig)
{
  signals += sig == SIGURG;
}

static void *
open_close (void *arg)
{
  while (!done)
    {
      void *library = dlopen ("libutil.so.1", RTLD_NOW);
      CHECK (library != NULL);
      CHECK_EQ (dlclose (library), 0);
    }
  return arg;
}

static void *
spin (void *fn)
{
  ((spin_fn *) fn) (&end);
  return NULL;
}

static void
use (const char *path)
{
  pthread_t t[2];
  void *library = dlopen (path, RTLD_NOW);
  if (!library)
    dprintf (2, "%s\n", dlerror ());
  CHECK (library != NULL);
  spin_fn *lib_spinners = (spin_fn *) dlsym (library, "lib_spinners");
  void *lib_spin = dlsym (library, "lib_spin");
  CHECK (lib_spinners && lib_spin);
  end = 0;
  for (int i = 0; i < 2; i++)
    CHECK_EQ (pthread_create (&t[i], NULL, spin, lib_spin), 0);
  lib_spinners (&end);
  for (int i = 0; i < 2; i++)
    CHECK_EQ (pthread_join (t[i], NULL), 0);
  CHECK_EQ (dlclose (library), 0);
  CHECK (dlopen (path, RTLD_NOW | RTLD_NOLOAD) == NULL);
}

int
main (int argc, char **argv)
{
  pthread_t t;
  struct sigaction a = { .sa_handler = on_urgent };
  CHECK_EQ (argc, 2);
  CHECK_EQ (sigaction (SIGURG, &a, NULL), 0);
  CHECK_EQ (pthread_create (&t, NULL, open_close, NULL), 0);
  for (int i = 0; i < 5; i++)
    use (argv[1]);
  done = 1;
  CHECK_EQ (pthread_join (t, NULL), 0);
  CHECK_EQ (signals, 0);
  CHECK_EQ (raise (SIGURG), 0);
  CHECK_EQ (signals, 1);
  return 0;
}
