/* cgo/sync.h - mutex and wait group for goroutines.  Both are ready when zero,
   must not be moved while in use, and need no destruction.  While a goroutine
   waits its thread runs others.  A call of any function here in a signal
   handler is a named error.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_SYNC_H
#define CGO_SYNC_H 1

#include <cgo/attr.h>
#include <stdint.h>

CGO_BEGIN_DECLS

/* The members are the library's.  */
typedef struct
{
  uint32_t __lock, __state;
  void *__head, *__tail;
} cgo_mutex;

typedef struct
{
  uint32_t __lock, __pad;
  int64_t __count;
  void *__head, *__tail;
} cgo_wg;

#define CGO_MUTEX_INIT { 0, 0, 0, 0 }
#define CGO_WG_INIT { 0, 0, 0, 0, 0 }

/* Takes the mutex: 0; -1 with errno ETIMEDOUT after the deadline, EBUSY from
   the try form.  It is handed to the longest waiter; a goroutine that locks it
   twice waits for itself.  Any goroutine may unlock it, and whoever has locked it
   next may free the memory it stands in, though the unlock before has not returned
   yet; unlocking one that is not locked is a named error.  Trying and unlocking
   work on any thread, waiting only in a goroutine.  */
int cgo_mutex_lock (cgo_mutex *) CGO_SPLIT;
int cgo_mutex_lock_until (cgo_mutex *, int64_t deadline) CGO_SPLIT;
int cgo_mutex_trylock (cgo_mutex *) CGO_SPLIT;
void cgo_mutex_unlock (cgo_mutex *) CGO_SPLIT;

/* Adds N to the count (negative: takes away); done takes one away.  A count
   below zero is a named error.  Add before cgo_go, not in the goroutine that is
   started, or a wait in between sees zero.  Any thread.  */
void cgo_wg_add (cgo_wg *, int64_t n) CGO_SPLIT;
void cgo_wg_done (cgo_wg *) CGO_SPLIT;

/* Waits until the count is zero: 0; -1 with errno ETIMEDOUT.  What was done before
   the count became zero is seen afterwards, and the wait group may go away.  */
int cgo_wg_wait (cgo_wg *) CGO_SPLIT;
int cgo_wg_wait_until (cgo_wg *, int64_t deadline) CGO_SPLIT;

CGO_END_DECLS
#endif
