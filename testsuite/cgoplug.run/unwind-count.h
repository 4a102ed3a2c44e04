/* unwind-count.h - counting the frames of one function in a backtrace.

   SPDX-License-Identifier: MIT  */

#include <dlfcn.h>
#include <execinfo.h>

int deep (long depth, int (*fn) (void));

/* Whether PC, a return address, is in `deep'.  */
static inline int
in_deep (void *pc)
{
  Dl_info info;
  return dladdr ((char *) pc - 1, &info) && info.dli_saddr == (void *) deep;
}

/* How many of the N return addresses are.  */
static inline int
count_deep (void **pc, int n)
{
  int found = 0;
  for (int i = 0; i < n; i++)
    found += in_deep (pc[i]);
  return found;
}
