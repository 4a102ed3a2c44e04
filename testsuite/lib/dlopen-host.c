/* dlopen-host.c - runs a program that was linked as a shared object: `dlopen-host PROGRAM
   ARGUMENT...' calls PROGRAM's main, by a pointer that dlsym found.

   SPDX-License-Identifier: MIT  */

#define _GNU_SOURCE 1
#include <dlfcn.h>
#include <stdio.h>
#include <unistd.h>

int
main (int argc, char **argv)
{
  void *program = dlopen (argv[1], RTLD_NOW | RTLD_GLOBAL);
  int (*start) (int, char **, char **)
    = program ? (int (*) (int, char **, char **)) dlsym (program, "main") : NULL;
  if (!start)
    {
      fprintf (stderr, "dlopen-host: %s\n", program ? "no main" : dlerror ());
      return 2;
    }
  return start (argc - 1, argv + 1, environ);
}
