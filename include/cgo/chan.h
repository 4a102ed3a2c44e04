/* cgo/chan.h - channels.

   A channel carries values of one size between goroutines, in order.  With
   capacity 0 a send waits for its receive; with capacity N up to N values wait
   in the channel.  Who has waited longest is served first.

   What a goroutine wrote before it sent a value, or closed the channel, is seen by
   whoever receives that value, or the end.

   A null channel is a named error everywhere but in cgo_chan_free.  So is a freed one
   everywhere, if its memory is not in use again.  A call of any function here in a signal
   handler is one, too.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_CHAN_H
#define CGO_CHAN_H 1

#include <cgo/attr.h>
#include <stddef.h>
#include <stdint.h>

CGO_BEGIN_DECLS

typedef struct cgo_chan cgo_chan;

/* A channel for values of ELEMSIZE bytes (may be 0) with room for CAPACITY of
   them.  Null with errno ENOMEM, or EINVAL when the product overflows.  Any
   thread.  Free it with cgo_chan_free when no goroutine uses it any more: who
   received the end may do so, though cgo_chan_close has not returned yet.  Null is
   allowed there, and a channel that goroutines wait on is a named error.  */
cgo_chan *cgo_chan_make (size_t elemsize, size_t capacity) CGO_SPLIT;
void cgo_chan_free (cgo_chan *) CGO_SPLIT;

/* Sends *VALUE.  0; -1 with errno EPIPE when the channel is closed, before or
   while waiting; ETIMEDOUT when the deadline (cgo_now's clock) came first, and
   then the value was not sent; EAGAIN from the try form when it would wait.  A
   deadline that has passed still lets a send through that need not wait.  Only a
   goroutine may wait; the try form may be called from any thread.  */
int cgo_chan_send (cgo_chan *, const void *value) CGO_SPLIT;
int cgo_chan_send_until (cgo_chan *, const void *value, int64_t deadline) CGO_SPLIT;
int cgo_chan_try_send (cgo_chan *, const void *value) CGO_SPLIT;

/* Receives into *VALUE (null: the value is dropped).  1 when there was a value;
   0 when the channel is closed and empty, *VALUE is zeroed then; -1 with errno
   as above.  */
int cgo_chan_recv (cgo_chan *, void *value) CGO_SPLIT;
int cgo_chan_recv_until (cgo_chan *, void *value, int64_t deadline) CGO_SPLIT;
int cgo_chan_try_recv (cgo_chan *, void *value) CGO_SPLIT;

/* No more values: waiting receivers get 0, waiting senders EPIPE.  Values in the
   channel can still be received.  Closing a closed channel is a named error.  Any
   thread.  */
void cgo_chan_close (cgo_chan *) CGO_SPLIT;

/* Values waiting now, and the capacity.  Any thread.  */
size_t cgo_chan_len (const cgo_chan *) CGO_SPLIT;
size_t cgo_chan_cap (const cgo_chan *) CGO_SPLIT;

CGO_END_DECLS
#endif
