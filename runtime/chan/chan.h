/* chan.h - the implementations behind cgo/chan.h.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_RUNTIME_CHAN_H
#define CGO_RUNTIME_CHAN_H 1

#include "base/base.h"
#include "cgo/chan.h"

#pragma GCC visibility push(hidden)

cgo_chan *cgo__chan_make (size_t elemsize, size_t capacity);
void cgo__chan_free (cgo_chan *);
int cgo__chan_send (cgo_chan *, const void *value);
int cgo__chan_send_until (cgo_chan *, const void *value, int64_t deadline);
int cgo__chan_try_send (cgo_chan *, const void *value);
int cgo__chan_recv (cgo_chan *, void *value);
int cgo__chan_recv_until (cgo_chan *, void *value, int64_t deadline);
int cgo__chan_try_recv (cgo_chan *, void *value);
void cgo__chan_close (cgo_chan *);
size_t cgo__chan_len (const cgo_chan *);
size_t cgo__chan_cap (const cgo_chan *);

/* For api/notify.c.  While signals are sent on a channel, it must not be freed.  */
size_t cgo__chan_elemsize (const cgo_chan *);
void cgo__chan_set_notified (cgo_chan *, bool);

#pragma GCC visibility pop
#endif
