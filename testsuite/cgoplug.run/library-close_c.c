/* library-close_c.c - opens what its first argument names, uses and closes it, on two threads
   that end; the first is the one that starts the runtime.

   SPDX-License-Identifier: MIT  */

#define _GNU_SOURCE 1
#include "check.h"
#include <dlfcn.h>
#include <pthread.h>

static void *
use (void *path)
{
  void *library = dlopen (path, RTLD_NOW);
  if (!library)
    dprintf (2, "%s\n", dlerror ());
  CHECK (library != NULL);
  long (*lib_sum) (void) = (long (*) (void)) dlsym (library, "lib_sum");
  CHECK (lib_sum != NULL);
  CHECK_EQ (lib_sum (), 90);
  CHECK_EQ (dlclose (library), 0);
  CHECK (dlopen (path, RTLD_NOW | RTLD_NOLOAD) == NULL);
  usleep (2000);
  return NULL;
}

int
main (int argc, char **argv)
{
  CHECK_EQ (argc, 2);
  for (int i = 0; i < 10; i++)
    {
      pthread_t t;
      CHECK_EQ (pthread_create (&t, NULL, use, argv[1]), 0);
      CHECK_EQ (pthread_join (t, NULL), 0);
    }
  use (argv[1]);
  return 0;
}
