/* Goroutines that print what all do at the same time ask one table of symbols, which is made in
   memory that ThreadSanitizer sees mapped but not passed on: races, if the runtime did not tell.

   { dg-options "-fsanitize=thread" }

   SPDX-License-Identifier: MIT  */

#include <cgo.h>
#include "check.h"
#include <fcntl.h>
#include <sanitizer/common_interface_defs.h>
#include <stdint.h>

enum { N = 4, DUMPS = 5 };

static cgo_wg wg;

static NOINLINE int
deep (int n)
{
  volatile int m = n;
  if (n)
    return deep (n - 1) + m;
  cgo_stack_dump ();
  return m;
}

static void
dump (int me)
{
  cgo_goname ("dumper");
  for (int i = 0; i < DUMPS; i++)
    {
      deep (me + i);
      cgo_gosched ();
    }
  cgo_wg_done (&wg);
}

int
main (void)
{
  int err = dup (2), null = open ("/dev/null", O_WRONLY);
  CHECK (err >= 0 && null >= 0);
  __sanitizer_set_report_fd ((void *) (intptr_t) err);
  dup2 (null, 2);
  cgo_wg_add (&wg, N);
  for (int i = 0; i < N; i++)
    cgo_go (dump, i);
  cgo_wg_wait (&wg);
  return 0;
}
