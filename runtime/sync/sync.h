/* sync.h - the implementations behind cgo/sync.h.

   The public structures show their size only; mutex.c and waitgroup.c say what the
   words are.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_RUNTIME_SYNC_H
#define CGO_RUNTIME_SYNC_H 1

#include "base/base.h"
#include "cgo/sync.h"

#pragma GCC visibility push(hidden)

int cgo__mutex_lock (cgo_mutex *);
int cgo__mutex_lock_until (cgo_mutex *, int64_t deadline);
int cgo__mutex_trylock (cgo_mutex *);
void cgo__mutex_unlock (cgo_mutex *);

void cgo__wg_add (cgo_wg *, int64_t n);
void cgo__wg_done (cgo_wg *);
int cgo__wg_wait (cgo_wg *);
int cgo__wg_wait_until (cgo_wg *, int64_t deadline);

#pragma GCC visibility pop
#endif
