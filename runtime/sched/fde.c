/* fde.c - is this address in a function that may be stopped by a signal?

   In a signal handler: no lock, no memory, little stack.  The dynamic linker tells which object
   the address is in and where that has its .eh_frame_hdr, a table of all functions that have
   unwind information, sorted by the linker.  From the table comes the function's start, from its
   FDE the end, and in front of the start is the mark, if the compiler has put one
   there (cgo/abi.h).  What has no FDE is in no function.

   Without _dl_find_object, which glibc has since 2.35, nothing is; nor in an object that was
   linked without --eh-frame-hdr.  gcc passes that for all but static programs; one of these is
   told (async.c).

   SPDX-License-Identifier: MIT  */

#include "sched/proc.h"

#include <dlfcn.h>
#include <string.h>

#if defined __GLIBC__ && __GLIBC_PREREQ (2, 35)

/* Encodings of DWARF's pointers: the form is in the low four bits.  */
enum { UDATA4 = 0x03, SDATA4_DATAREL = 0x3b, FORM = 0x0f };
enum { FORM_ABSPTR = 0, FORM_UDATA4 = 3, FORM_UDATA8 = 4, FORM_SDATA4 = 11, FORM_SDATA8 = 12 };

struct header
{
  uint8_t version, frame_encoding, count_encoding, table_encoding;
  int32_t frame;
  uint32_t count;
  struct row { int32_t start, fde; } rows[];
};

static uint32_t
word (const uint8_t *p)
{
  uint32_t w;
  memcpy (&w, p, sizeof w);
  return w;
}

static size_t
form_size (uint8_t encoding)
{
  switch (encoding & FORM)
    {
    case FORM_UDATA4: case FORM_SDATA4: return 4;
    case FORM_ABSPTR: case FORM_UDATA8: case FORM_SDATA8: return 8;
    default: return 0;
    }
}

static const uint8_t *
skip_leb (const uint8_t *p)
{
  while (*p++ & 0x80)
    ;
  return p;
}

/* Behind the null of S.  Not by strlen: the handler may have interrupted ThreadSanitizer's
   library, which stands in front of that.  */
static const uint8_t *
skip_string (const uint8_t *s)
{
  const volatile uint8_t *p = s;
  while (*p++)
    ;
  return (const uint8_t *) p;
}

/* How large the addresses in the FDEs of CIE are; 0 if that is not to be told.  */
static size_t
address_size (const uint8_t *cie)
{
  const char *augmentation = (const char *) cie + 9;
  const uint8_t *p = skip_string (cie + 9);
  if (word (cie + 4) != 0 || *augmentation != 'z')
    return 0;
  p = skip_leb (skip_leb (p));		/* alignments of code and data */
  p = cie[8] == 1 ? p + 1 : skip_leb (p);	/* return address */
  p = skip_leb (p);
  for (const char *a = augmentation + 1; *a; a++)
    switch (*a)
      {
      case 'R':
	return form_size (*p);
      case 'P':
	if (!form_size (*p))
	  return 0;
	p += 1 + form_size (*p);
	break;
      case 'L':
	p++;
	break;
      case 'S': case 'B':
	break;
      default:
	return 0;
      }
  return sizeof (uintptr_t);
}

/* The bytes of the function that FDE is of.  */
static uintptr_t
range (const uint8_t *fde)
{
  size_t size = address_size (fde + 4 - word (fde + 4));
  uintptr_t bytes = 0;
  memcpy (&bytes, fde + 8 + size, size);
  return bytes;
}

/* The last function of H, which is at BASE, that does not begin behind PC.  */
static const struct row *
find (const struct header *h, uintptr_t base, uintptr_t pc)
{
  uint32_t lo = 0, hi = h->count;
  while (lo < hi)
    {
      uint32_t middle = lo + (hi - lo) / 2;
      if (base + h->rows[middle].start <= pc)
	lo = middle + 1;
      else
	hi = middle;
    }
  return lo ? &h->rows[lo - 1] : NULL;
}

bool
cgo__async_table_p (uintptr_t pc)
{
  struct dl_find_object object;
  return _dl_find_object ((void *) pc, &object) == 0 && object.dlfo_eh_frame;
}

bool
cgo__async_code_p (uintptr_t pc)
{
  struct dl_find_object object;
  if (_dl_find_object ((void *) pc, &object) != 0 || !object.dlfo_eh_frame)
    return false;
  const struct header *h = object.dlfo_eh_frame;
  uintptr_t base = (uintptr_t) h;
  if (h->version != 1 || form_size (h->frame_encoding) != 4 || h->count_encoding != UDATA4
      || h->table_encoding != SDATA4_DATAREL)
    return false;
  const struct row *row = find (h, base, pc);
  if (!row)
    return false;
  uintptr_t start = base + row->start;
  if (pc - start >= range ((const uint8_t *) base + row->fde)
      || start - 8 < (uintptr_t) object.dlfo_map_start)
    return false;
  return (word ((const uint8_t *) start - 4) == CGO_CODE_MARK
	  && word ((const uint8_t *) start - 8) == CGO_ASYNC_MARK);
}

#else

bool
cgo__async_table_p (uintptr_t pc)
{
  (void) pc;
  return true;
}

bool
cgo__async_code_p (uintptr_t pc)
{
  (void) pc;
  return false;
}

#endif
