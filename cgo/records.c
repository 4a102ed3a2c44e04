/* records.c - reads what the plugin left in a program (cgo/vet.h).

   The linker has relocated the records: each names its function by the address.  One whose
   function was thrown away has address 0.

   SPDX-License-Identifier: MIT  */

#include "program.h"
#include "elf-file.h"
#include "cgo/abi.h"
#include "cgo/vet.h"

#include <error.h>
#include <stdlib.h>
#include <string.h>

/* What is read, and where it ends.  */
struct reader
{
  const char *file;
  const unsigned char *p, *end;
};

static void __attribute__ ((noreturn))
bad_record (const struct reader *r)
{
  error (CGO_FAILED, 0, "%s: section %s is damaged", r->file, CGO_VET_SECTION);
  abort ();
}

static uint64_t
number (struct reader *r, size_t bytes)
{
  uint64_t value = 0;
  if ((size_t) (r->end - r->p) < bytes)
    bad_record (r);
  memcpy (&value, r->p, bytes);
  r->p += bytes;
  return value;
}

static const char *
text (struct reader *r)
{
  const char *s = (const char *) r->p;
  size_t n = strnlen (s, r->end - r->p);
  if (r->p + n == r->end)
    bad_record (r);
  r->p += n + 1;
  return s;
}

static void
read_call (struct function *f, struct reader *r)
{
  struct call c = { .how = number (r, 1) };
  int kind = c.how & CGO_VET_KIND;
  if (kind == CGO_VET_LEAF || kind == CGO_VET_OWN)
    c.bytes = number (r, 2);
  if (c.how & CGO_VET_ADDRESS)
    c.address = number (r, 8);
  if (c.how & CGO_VET_NAME)
    c.name = text (r);
  f->calls = cgo_more (f->calls, f->ncalls, sizeof c);
  f->calls[f->ncalls++] = c;
}

static void
read_record (struct program *p, struct reader *r)
{
  struct function f = { .index = -1 };
  int version = number (r, 1);
  if (version != CGO_VET_VERSION)
    error (CGO_FAILED, 0, "%s: a record of version %d, from another plugin; this knows %d",
	   r->file, version, CGO_VET_VERSION);
  f.flags = number (r, 1);
  f.address = number (r, 8);
  f.frame = number (r, 4);
  f.why = text (r);
  if (f.flags & CGO_VET_NAMED)
    f.public_name = text (r);
  while (r->p < r->end)
    read_call (&f, r);
  if (!f.address)
    return;
  p->functions = cgo_more (p->functions, p->nfunctions, sizeof f);
  p->functions[p->nfunctions++] = f;
}

void
cgo_records_read (struct program *p, Elf_Scn *scn, const GElf_Shdr *shdr)
{
  if (shdr->sh_flags & SHF_COMPRESSED)
    elf_compress (scn, 0, 0);
  Elf_Data *data = elf_getdata (scn, NULL);
  if (!data || !data->d_buf)
    return;
  struct reader all = { p->file, data->d_buf, (unsigned char *) data->d_buf + data->d_size };
  while (all.p < all.end)
    {
      size_t n = number (&all, 4);
      if ((size_t) (all.end - all.p) < n)
	bad_record (&all);
      struct reader one = { p->file, all.p, all.p + n };
      read_record (p, &one);
      all.p += n;
    }
}

static int
compare_functions (const void *a, const void *b)
{
  const struct function *x = a, *y = b;
  return x->address < y->address ? -1 : x->address > y->address;
}

struct function *
cgo_program_at (const struct program *p, uint64_t address)
{
  struct function key = { .address = address };
  return p->nfunctions ? bsearch (&key, p->functions, p->nfunctions, sizeof key,
				  compare_functions) : NULL;
}

bool
cgo_recorded_p (const struct program *p, const struct symbol *s)
{
  const char *part = strstr (s->name, ".cold");
  const struct function *at = cgo_program_at (p, s->address);
  if (at)
    return !(at->flags & CGO_VET_C);
  for (size_t i = 0; i < p->nfunctions; i++)
    {
      const struct function *f = &p->functions[i];
      if (f->public_name && !strcmp (f->public_name, s->name))
	return true;
      size_t n = strlen (f->name);
      if (part && !strncmp (s->name, f->name, n) && (s->name[n] == '.'))
	return true;
    }
  return false;
}

bool
cgo_unrecorded_p (const struct program *p, const struct symbol *s)
{
  char *name = cgo_append (NULL, "%s" CGO_CODE_SUFFIX, s->name);
  const struct symbol *marker = cgo_program_symbol (p, name);
  free (name);
  return marker && marker->defined && s->code && !cgo_recorded_p (p, s);
}

/* Functions that the linker found to be the same have one address: one of them stays.  */

void
cgo_records_sort (struct program *p)
{
  if (!p->nfunctions)
    return;
  qsort (p->functions, p->nfunctions, sizeof *p->functions, compare_functions);
  size_t n = 1;
  for (size_t i = 1; i < p->nfunctions; i++)
    if (p->functions[i].address != p->functions[n - 1].address)
      p->functions[n++] = p->functions[i];
  p->nfunctions = n;
}
