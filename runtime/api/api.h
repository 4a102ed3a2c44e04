/* api.h - the topmost layer: implementations of the public functions that are
   neither channels nor sync.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_API_H
#define CGO_API_H 1

#include "sched/proc.h"
#include "cgo/signal.h"

#pragma GCC visibility push(hidden)

void cgo__gosched (void);
_Noreturn void cgo__goexit (void);
uint64_t cgo__goid (void);
int cgo__goname (const char *);
int cgo__numgoroutine (void);
int cgo__maxprocs (void);
int cgo__gomaxprocs (int n);
void cgo__lock_os_thread (void);
void cgo__unlock_os_thread (void);
int64_t cgo__now (void);
int cgo__sleep (int64_t ns);
int cgo__sleep_until (int64_t deadline);
int cgo__signal_notify (cgo_chan *, int sig);
int cgo__signal_stop (cgo_chan *);
_Noreturn void cgo__main_exit (int status);

#pragma GCC visibility pop
#endif
