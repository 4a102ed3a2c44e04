/* profiler.h - what the profiler of gperftools has written.

   SPDX-License-Identifier: MIT  */

#define _GNU_SOURCE 1
#include "check.h"
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* Whether PC is in the function NAME.  */
static int
is_in (uintptr_t pc, const char *name)
{
  Dl_info i;
  return (dladdr ((void *) pc, &i) && i.dli_sname
	  && strncmp (i.dli_sname, name, strlen (name)) == 0);
}

/* Whether one of the callers of PC[0] is.  */
static inline int
is_below (const uintptr_t *pc, uintptr_t n, const char *name)
{
  for (uintptr_t i = 1; i < n; i++)
    if (is_in (pc[i] - 1, name))
      return 1;
  return 0;
}

/* SEE gets each record of FILE, so many TIMES the same N addresses, the first of which is the
   leaf; and FILE is gone.  In it are words: a head; TIMES, N, the addresses; and so on.  */
static void
read_profile (const char *file, void (*see) (const uintptr_t *pc, uintptr_t n, int times))
{
  uintptr_t head[5], record[2], pc[256];
  FILE *f = fopen (file, "r");
  CHECK (f != NULL);
  CHECK_EQ (fread (head, sizeof head, 1, f), 1);
  while (fread (record, sizeof record, 1, f) == 1 && record[0] && record[1] <= 256)
    {
      CHECK_EQ (fread (pc, sizeof *pc, record[1], f), record[1]);
      see (pc, record[1], record[0]);
    }
  fclose (f);
  remove (file);
}
