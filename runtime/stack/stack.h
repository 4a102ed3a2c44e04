/* stack.h - segments: the pieces of memory goroutines run on.

   A segment is a block of 2^k bytes, at least CGO_SEGMENT_MIN, with its header
   at the high end, so that the header's address is the initial stack pointer
   and an overrun never meets it.  A goroutine's segments form a doubly linked
   list; g->seg is the one it runs on, seg->next the one kept for the next
   crossing.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_STACK_H
#define CGO_STACK_H 1

#include "base/base.h"
#include "cgo/abi.h"

#pragma GCC visibility push(hidden)

struct cgo__seg
{
  struct cgo__seg *prev;
  struct cgo__seg *next;
  uintptr_t guard;
  uintptr_t limit;
  uintptr_t oldbp;
  uint32_t used;
  uint32_t depth;
  uintptr_t lo;
  size_t size;
};

#define CGO__ASSERT_OFFSET(type, field, value)				\
  _Static_assert (offsetof (type, field) == (value), #type "." #field)

CGO__ASSERT_OFFSET (struct cgo__seg, prev, CGO_SEG_PREV);
CGO__ASSERT_OFFSET (struct cgo__seg, next, CGO_SEG_NEXT);
CGO__ASSERT_OFFSET (struct cgo__seg, guard, CGO_SEG_GUARD);
CGO__ASSERT_OFFSET (struct cgo__seg, limit, CGO_SEG_LIMIT);
CGO__ASSERT_OFFSET (struct cgo__seg, oldbp, CGO_SEG_OLDBP);
CGO__ASSERT_OFFSET (struct cgo__seg, used, CGO_SEG_USED);
CGO__ASSERT_OFFSET (struct cgo__seg, depth, CGO_SEG_DEPTH);
CGO__ASSERT_OFFSET (struct cgo__seg, lo, CGO_SEG_LO);
CGO__ASSERT_OFFSET (struct cgo__seg, size, CGO_SEG_SIZE);
_Static_assert (sizeof (struct cgo__seg) == CGO_SEG_HEADER, "segment header");

/* Size classes 2 KiB, 4 KiB, ... 64 KiB are cached; larger ones are mapped
   and unmapped.  */
enum { CGO__SEG_CLASSES = 6, CGO__SEG_CACHE = 32 };

/* Bytes below each segment that cannot be touched, CGODEBUG=guardpage=1.  Many pages, for a
   function that is not checked may have a large frame and touch its far end first.  */
enum { CGO__SEG_GUARD = 64 << 10 };

/* Bytes below each segment in which a sanitizer's library makes its reports.  Not measured;
   all that were seen have fitted.  */
enum { CGO__SEG_REPORT = 128 << 10 };

/* One per P; only the P's owner touches it.  */
struct cgo__seg_cache
{
  struct cgo__seg *list[CGO__SEG_CLASSES];	/* linked by next */
  uint32_t count[CGO__SEG_CLASSES];
};

/* Each segment is mapped by itself and none is kept: CGODEBUG=guardpage=1, or a machine that
   watches (base/tools.h).  */
extern bool cgo__seg_single;

/* Bytes that are mapped below each segment then, for reports and as a guard.  */
extern size_t cgo__seg_below;

/* Once, before the first segment is made.  */
void cgo__seg_init (void);

/* A segment of at least SIZE bytes, header included; cache may be null (no P).
   Null when the system has no memory.  prev, next, oldbp, used and depth are
   zero.  */
struct cgo__seg *cgo__seg_alloc (struct cgo__seg_cache *cache, size_t size);
void cgo__seg_free (struct cgo__seg_cache *cache, struct cgo__seg *seg);

/* Frees seg and everything after it.  Returns the bytes given back.  */
size_t cgo__seg_free_chain (struct cgo__seg_cache *cache, struct cgo__seg *seg);

/* The cache is not going to be used for a while: all it has is anybody's.  */
void cgo__seg_drain (struct cgo__seg_cache *cache);

/* In the child of a fork: whatever was free is left alone.  */
void cgo__seg_forget (void);

#pragma GCC visibility pop
#endif
