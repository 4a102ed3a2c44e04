/* sync.h - the implementations behind cgo/sync.h.

   The public structures show their size only; mutex.c and waitgroup.c say what the
   words are.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_RUNTIME_SYNC_H
#define CGO_RUNTIME_SYNC_H 1

#include "base/base.h"
#include "base/tools.h"
#include "cgo/sync.h"

#pragma GCC visibility push(hidden)

int cgo__mutex_lock (cgo_mutex *);
int cgo__mutex_lock_until (cgo_mutex *, int64_t deadline);
int cgo__mutex_trylock (cgo_mutex *);
void cgo__mutex_unlock (cgo_mutex *);

/* The quick ways run on the goroutine's own stack, with no check of it and no M to park, so they
   call nothing; ask cgo__quick_p first.  False: nothing was done, and the function itself has to
   (arch/x86_64/api.S).  */
bool cgo__mutex_lock_quick (cgo_mutex *);
bool cgo__mutex_unlock_quick (cgo_mutex *);
bool cgo__wg_add_quick (cgo_wg *, int64_t n);
bool cgo__wg_done_quick (cgo_wg *);

/* Whether they may be gone: who watches, or makes chaos, wants to see each call, and in a runtime
   that is watched itself each access is a call.  */
CGO__UNCHECKED static inline bool
cgo__quick_p (void)
{
  return !CGO__CHECKED && CGO__LIKELY (!cgo__tools.tsan && !cgo__debug.chaos);
}

void cgo__wg_add (cgo_wg *, int64_t n);
void cgo__wg_done (cgo_wg *);
int cgo__wg_wait (cgo_wg *);
int cgo__wg_wait_until (cgo_wg *, int64_t deadline);

#pragma GCC visibility pop
#endif
