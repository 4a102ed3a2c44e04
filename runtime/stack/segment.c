/* segment.c - where segments come from and go to.

   Three levels.  A P's cache holds a few free segments of each small class and
   needs neither a lock nor a locked instruction.  When it is empty it takes half
   a cache from the class's central list; when it is full it gives half back.  The
   central list, under its lock, carves new segments from arenas of 1 MiB mapped
   for the purpose.  Segments above the largest class are mapped and unmapped one
   by one.

   A free segment is linked through its own header, so its page stays touched; a
   segment that was never used costs no memory but its header's page.

   The processor's caches find a line by the lower bits of its address.  If all segments began
   at multiples of their size, their tops, which are all that most goroutines use, would be in
   the same few sets, and a thousand goroutines would push each other's stacks out of the second
   cache.  So every SHIFTED segments a line of an arena is left out, as long as they are small;
   it costs the last of an arena, too.

   CGODEBUG=guardpage=1 maps every segment by itself with unreadable pages
   below, and caches none, so that a stale pointer into a freed one faults too.

   So it is when a sanitizer or valgrind watches (base/tools.h): memory that is a new stack must
   not have been another before.  Below the segment a sanitizer gets the room that it needs to
   make a report on the goroutine's stack.

   In a runtime that ThreadSanitizer watches itself (base/tools.h) they are cached all the same, but
   there is room below each: its library stands in front of functions that goroutine code calls in
   place, and takes more of the stack than those.

   Segments are executable where the program asks that its stack be: GCC puts the
   trampolines of nested functions there.

   SPDX-License-Identifier: MIT  */

#include "base/tools.h"
#include "stack/stack.h"
#include "base/sys.h"

#include <link.h>
#include <sys/mman.h>

enum { ARENA = 1 << 20, PAGE = 4096 };

/* A line of the caches, segments from one that is left out to the next, and their size at most.  */
enum { LINE = 64, SHIFTED = 4, SMALL = 8192 };

static struct central
{
  struct cgo__lock lock;	/* nothing but mmap is done under it */
  struct cgo__seg *list;
  char *arena, *arena_end;	/* the uncarved rest */
  unsigned carved;		/* segments, since the start */
} central[CGO__SEG_CLASSES];

/* Below each segment that is carved.  */
enum { ROOM_CARVED = CGO__CHECKED ? CGO__SEG_REPORT / 4 : 0 };

bool cgo__seg_single;

/* Below each segment: first ROOM for reports, then GUARD that cannot be touched, then valgrind's
   number of the stack.  */
size_t cgo__seg_below;
static size_t room, guard;

/* What segments may be used for; written once, before there is a second thread.  */
static int protection = PROT_READ | PROT_WRITE;

/* dl_iterate_phdr callback: an object says what it wants in its PT_GNU_STACK.  */
static int
look_at_object (struct dl_phdr_info *info, size_t size, void *unused)
{
  (void) size, (void) unused;
  for (unsigned i = 0; i < info->dlpi_phnum; i++)
    if (info->dlpi_phdr[i].p_type == PT_GNU_STACK
	&& info->dlpi_phdr[i].p_flags & PF_X)
      protection |= PROT_EXEC;
  return 0;
}

void
cgo__seg_init (void)
{
  dl_iterate_phdr (look_at_object, NULL);
  cgo__seg_single = cgo__debug.guardpage || cgo__tools.any;
  guard = cgo__debug.guardpage ? CGO__SEG_GUARD : 0;
  room = cgo__tools.tsan || cgo__tools.asan || CGO__CHECKED ? CGO__SEG_REPORT : 0;
  cgo__seg_below = room + guard + (cgo__tools.valgrind ? PAGE : 0);
}

static void *
map (size_t size)
{
  return cgo__sys_map (size, protection, MAP_NORESERVE | MAP_STACK);
}

/* The class of SIZE, or CGO__SEG_CLASSES when it is too large for one.  */
static unsigned
class_of (size_t size)
{
  unsigned c = 0;
  while (c < CGO__SEG_CLASSES && ((size_t) CGO_SEGMENT_MIN << c) < size)
    c++;
  return c;
}

static struct cgo__seg *
init (char *lo, size_t size)
{
  struct cgo__seg *s = (struct cgo__seg *) (lo + size - CGO_SEG_HEADER);
  s->prev = s->next = NULL;
  s->limit = (uintptr_t) lo + CGO_SLACK;
  s->guard = cgo__debug.stress ? (uintptr_t) CGO_GUARD_STRESS : s->limit;
  s->oldbp = 0;
  s->used = s->depth = 0;
  s->lo = (uintptr_t) lo;
  s->size = size;
  return s;
}

/* By libc's functions if a machine watches, which stands in front of them, or knows that new
   memory has no past.  */
static void *
map_watched (size_t size)
{
  void *p = mmap (NULL, size, protection,
		  MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
  if (p == MAP_FAILED)
    return NULL;
  unsigned id = cgo__tools_stack ((char *) p + cgo__seg_below, size - cgo__seg_below, room);
  if (cgo__tools.valgrind)
    *(unsigned *) p = id;
  return p;
}

static struct cgo__seg *
map_single (size_t size)
{
  size = (size + PAGE - 1) & -(size_t) PAGE;
  char *p = cgo__tools.any ? map_watched (size + cgo__seg_below) : map (size + cgo__seg_below);
  if (!p)
    return NULL;
  if (guard)
    cgo__sys_mprotect (p + cgo__seg_below - room - guard, guard, PROT_NONE);
  return init (p + cgo__seg_below, size);
}

static void
unmap_single (struct cgo__seg *s)
{
  char *p = (char *) s->lo - cgo__seg_below;
  if (!cgo__tools.any)
    {
      cgo__sys_munmap (p, s->size + cgo__seg_below);
      return;
    }
  cgo__tools_unstack ((char *) s->lo, s->size, room, cgo__tools.valgrind ? *(unsigned *) p : 0);
  munmap (p, s->size + cgo__seg_below);
}

/* A segment of class C; the central lock is held.  */
static struct cgo__seg *
carve (struct central *k, unsigned c)
{
  size_t size = (size_t) CGO_SEGMENT_MIN << c;
  if (k->list)
    {
      struct cgo__seg *s = k->list;
      k->list = s->next;
      return init ((char *) s->lo, size);
    }
  if (k->arena_end - k->arena < (ptrdiff_t) (size + ROOM_CARVED))
    {
      k->arena = map (ARENA);
      k->arena_end = k->arena ? k->arena + ARENA : NULL;
      if (!k->arena)
	return NULL;
    }
  char *lo = k->arena + ROOM_CARVED;
  k->arena = lo + size;
  if (size <= SMALL && ++k->carved % SHIFTED == 0 && k->arena < k->arena_end)
    k->arena += LINE;
  return init (lo, size);
}

/* Moves up to half a cache of class C from the central list; what is carved
   anew comes one at a time, lest memory be touched that nobody needs.  */
static struct cgo__seg *
refill (struct cgo__seg_cache *cache, unsigned c)
{
  struct central *k = &central[c];
  cgo__lock (&k->lock);
  struct cgo__seg *s = carve (k, c);
  while (cache && s && k->list && cache->count[c] < CGO__SEG_CACHE / 2)
    {
      struct cgo__seg *t = k->list;
      k->list = t->next;
      t->next = cache->list[c];
      cache->list[c] = t;
      cache->count[c]++;
    }
  cgo__unlock (&k->lock);
  return s;
}

static void
drain (struct cgo__seg_cache *cache, unsigned c, uint32_t keep)
{
  struct central *k = &central[c];
  cgo__lock (&k->lock);
  while (cache->count[c] > keep)
    {
      struct cgo__seg *s = cache->list[c];
      cache->list[c] = s->next;
      cache->count[c]--;
      s->next = k->list;
      k->list = s;
    }
  cgo__unlock (&k->lock);
}

void
cgo__seg_drain (struct cgo__seg_cache *cache)
{
  for (unsigned c = 0; c < CGO__SEG_CLASSES; c++)
    drain (cache, c, 0);
}

struct cgo__seg *
cgo__seg_alloc (struct cgo__seg_cache *cache, size_t size)
{
  unsigned c = class_of (size);
  if (CGO__UNLIKELY (c == CGO__SEG_CLASSES || cgo__seg_single))
    return map_single (size);
  if (cache && cache->list[c])
    {
      struct cgo__seg *s = cache->list[c];
      cache->list[c] = s->next;
      cache->count[c]--;
      return init ((char *) s->lo, s->size);
    }
  return refill (cache, c);
}

void
cgo__seg_free (struct cgo__seg_cache *cache, struct cgo__seg *s)
{
  unsigned c = class_of (s->size);
  if (CGO__UNLIKELY (c == CGO__SEG_CLASSES || cgo__seg_single))
    {
      unmap_single (s);
      return;
    }
  if (!cache)
    {
      struct central *k = &central[c];
      cgo__lock (&k->lock);
      s->next = k->list;
      k->list = s;
      cgo__unlock (&k->lock);
      return;
    }
  if (cache->count[c] == CGO__SEG_CACHE)
    drain (cache, c, CGO__SEG_CACHE / 2);
  s->next = cache->list[c];
  cache->list[c] = s;
  cache->count[c]++;
}

size_t
cgo__seg_free_chain (struct cgo__seg_cache *cache, struct cgo__seg *s)
{
  size_t bytes = 0;
  while (s)
    {
      struct cgo__seg *next = s->next;
      bytes += s->size;
      cgo__seg_free (cache, s);
      s = next;
    }
  return bytes;
}

void
cgo__seg_forget (void)
{
  for (unsigned c = 0; c < CGO__SEG_CLASSES; c++)
    central[c] = (struct central) { .list = NULL };
}
