/* callback-thread-exit_c.c - threads that call back once and end, four at a time.

   SPDX-License-Identifier: MIT  */

#include <pthread.h>
#include <stdio.h>

void c_threads (int n, void (*fn) (void));
long c_resident (void);

static void *
thread (void *fn)
{
  ((void (*) (void)) fn) ();
  return NULL;
}

void
c_threads (int n, void (*fn) (void))
{
  pthread_t t[4];
  for (int i = 0; i < n; i += 4)
    {
      for (int j = 0; j < 4; j++)
	pthread_create (&t[j], NULL, thread, (void *) fn);
      for (int j = 0; j < 4; j++)
	pthread_join (t[j], NULL);
    }
}

long
c_resident (void)
{
  char line[200];
  long kb = -1;
  FILE *f = fopen ("/proc/self/status", "r");
  while (f && fgets (line, sizeof line, f) && sscanf (line, "VmRSS: %ld", &kb) != 1)
    ;
  if (f)
    fclose (f);
  return kb;
}
