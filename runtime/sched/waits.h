/* waits.h - what goroutines wait for: waits.c.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_WAITS_H
#define CGO_WAITS_H 1

#include "sched/census.h"

#pragma GCC visibility push(hidden)

/* `goroutine 7 "acceptor"', with the name if it has one.  */
size_t cgo__g_label (struct cgo__g *, char *buf, size_t size);

/* What G, which waits, waits for, and how long it had when C was taken: `chan receive, 3 minutes',
   which is left out when it is less than a minute.  ALL that is known, for a report about waiting:
   `mutex lock 0x55d0c0 held by goroutine 3, 20 ms'.  */
void cgo__wait_name (struct cgo__g *, const struct cgo__census *c, bool all, char *buf,
		     size_t size);

/* One line for each circle of goroutines that wait for each other.  */
void cgo__wait_circles (struct cgo__census *);

#pragma GCC visibility pop
#endif
