/* schedtrace.h - CGODEBUG=schedtrace: schedtrace.c.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_SCHEDTRACE_H
#define CGO_SCHEDTRACE_H 1

#include "sched/proc.h"

#pragma GCC visibility push(hidden)

/* At the start of the runtime.  */
void cgo__schedtrace_init (void);

int64_t cgo__schedtrace_due (int64_t now, int64_t next);

/* For sysmon, which would sleep until NEXT at most: prints a line if it is time to, and returns
   until when it may sleep then.  */
static inline int64_t
cgo__schedtrace (int64_t now, int64_t next)
{
  return CGO__UNLIKELY (cgo__debug.schedtrace) ? cgo__schedtrace_due (now, next) : next;
}

#pragma GCC visibility pop
#endif
