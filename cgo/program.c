/* program.c - reads a program or library for `cgo vet': records, symbols, how it is bound.

   The records (cgo/vet.h) have been relocated by the linker: each names its function by
   the address.  One whose function was thrown away has address 0.  What another unit
   defines is called by a name, which the symbol table leads to an address.

   Everything read stays until the command ends.

   SPDX-License-Identifier: MIT  */

#include "program.h"
#include "cgo/abi.h"
#include "cgo/vet.h"

#include <errno.h>
#include <error.h>
#include <fcntl.h>
#include <gelf.h>
#include <stdlib.h>
#include <string.h>

static void *
more (void *array, size_t n, size_t size)
{
  if (n & (n - 1) && n)
    return array;
  array = realloc (array, (n ? 2 * n : 1) * size);
  if (!array)
    error (CGO_FAILED, errno, "memory");
  return array;
}

/* ---- Symbols ---- */

static int
compare_symbols (const void *a, const void *b)
{
  return strcmp (((const struct symbol *) a)->name, ((const struct symbol *) b)->name);
}

static int
compare_places (const void *a, const void *b)
{
  const struct symbol *x = *(struct symbol *const *) a, *y = *(struct symbol *const *) b;
  return x->address < y->address ? -1 : x->address > y->address;
}

/* How sure it is that S is what another unit means by its name.  */

static int
rank (const struct symbol *s)
{
  return s->defined * 4 + (s->global ? 2 : s->hidden);
}

const struct symbol *
cgo_program_symbol (const struct program *p, const char *name)
{
  struct symbol key = { .name = name };
  struct symbol *s = bsearch (&key, p->symbols, p->nsymbols, sizeof key, compare_symbols);
  if (!s)
    return NULL;
  while (s > p->symbols && !strcmp (s[-1].name, name))
    s--;
  const struct symbol *best = s;
  for (; s < p->symbols + p->nsymbols && !strcmp (s->name, name); s++)
    if (rank (s) > rank (best))
      best = s;
  return best;
}

/* Whether the SIZE bytes of code at P compare with the guard slot, as the check at the
   start of a function does: an operand without base or index.  */

static bool
guarded_p (const unsigned char *p, size_t size)
{
  static const unsigned char slot[] = { 0x25, CGO_GUARD_SLOT, 0, 0, 0 };
  enum { NEAR = 40 };
  return memmem (p, size < NEAR ? size : NEAR, slot, sizeof slot) != NULL;
}

static void
look_at_code (Elf *elf, struct symbol *s, const GElf_Sym *sym)
{
  GElf_Shdr shdr;
  Elf_Scn *scn = sym->st_shndx < SHN_LORESERVE ? elf_getscn (elf, sym->st_shndx) : NULL;
  if (!scn || !gelf_getshdr (scn, &shdr) || !(shdr.sh_flags & SHF_EXECINSTR))
    return;
  s->code = true;
  Elf_Data *data = elf_getdata (scn, NULL);
  uint64_t offset = s->address - shdr.sh_addr;
  if (data && data->d_buf && offset < data->d_size)
    s->guarded = guarded_p ((unsigned char *) data->d_buf + offset,
			    s->size < data->d_size - offset ? s->size : data->d_size - offset);
}

/* __cgo_abi_N: of the plugin, or of a plugin of another time.  */

static void
note_abi (struct program *p, const char *name)
{
  static const char current[] = CGO_ABI_SYMBOL_NAME;
  size_t n = strcspn (current, "0123456789");
  if (strncmp (name, current, n) || name[n] < '0' || name[n] > '9')
    return;
  int abi = atoi (name + n);
  if (p->abi && abi != p->abi)
    p->other_abi = abi;
  else
    p->abi = abi;
}

static void
read_symbols (struct program *p, Elf *elf, Elf_Scn *scn, const GElf_Shdr *shdr)
{
  Elf_Data *data = elf_getdata (scn, NULL);
  size_t n = shdr->sh_entsize ? shdr->sh_size / shdr->sh_entsize : 0;
  GElf_Sym sym;
  for (size_t i = 1; i < n && gelf_getsym (data, i, &sym); i++)
    {
      const char *name = elf_strptr (elf, shdr->sh_link, sym.st_name);
      int type = GELF_ST_TYPE (sym.st_info);
      if (!name || !*name || type == STT_FILE || type == STT_SECTION)
	continue;
      note_abi (p, name);
      p->symbols = more (p->symbols, p->nsymbols, sizeof *p->symbols);
      struct symbol *s = &p->symbols[p->nsymbols++];
      *s = (struct symbol) { .name = name, .address = sym.st_value, .size = sym.st_size };
      s->global = GELF_ST_BIND (sym.st_info) != STB_LOCAL;
      s->defined = sym.st_shndx != SHN_UNDEF;
      s->function = type == STT_FUNC || type == STT_GNU_IFUNC;
      s->hidden = GELF_ST_VISIBILITY (sym.st_other) == STV_HIDDEN;
      look_at_code (elf, s, &sym);
    }
}

static void
sort_symbols (struct program *p)
{
  if (!p->nsymbols)
    return;
  qsort (p->symbols, p->nsymbols, sizeof *p->symbols, compare_symbols);
  for (size_t i = 0; i < p->nsymbols; i++)
    if (p->symbols[i].code && p->symbols[i].function)
      {
	p->places = more (p->places, p->nplaces, sizeof *p->places);
	p->places[p->nplaces++] = &p->symbols[i];
      }
  if (p->nplaces)
    qsort (p->places, p->nplaces, sizeof *p->places, compare_places);
}

/* ---- Records ---- */

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
  f->calls = more (f->calls, f->ncalls, sizeof c);
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
  p->functions = more (p->functions, p->nfunctions, sizeof f);
  p->functions[p->nfunctions++] = f;
}

static void
read_records (struct program *p, Elf_Scn *scn, const GElf_Shdr *shdr)
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

/* Functions that the linker found to be the same have one address: one of them stays.  */

static void
sort_functions (struct program *p)
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

/* ---- Names and calls ---- */

/* NAME as the source has it: without CGO_BODY_SUFFIX, and what -flto puts behind static
   functions.  */

static const char *
source_name (const char *name)
{
  const char *lto = strstr (name, ".lto_priv.");
  size_t n = lto ? (size_t) (lto - name) : strlen (name), suffix = strlen (CGO_BODY_SUFFIX);
  if (n > suffix && !strncmp (name + n - suffix, CGO_BODY_SUFFIX, suffix))
    n -= suffix;
  return strndup (name, n);
}

static void
name_function (const struct program *p, struct function *f)
{
  struct symbol key = { .address = f->address }, *pointer = &key;
  struct symbol **s = p->nplaces ? bsearch (&pointer, p->places, p->nplaces, sizeof *s,
					    compare_places) : NULL;
  if (f->public_name)
    f->name = f->public_name;
  else
    f->name = s ? source_name ((*s)->name) : cgo_append (NULL, "%#llx",
							  (unsigned long long) f->address);
}

static struct function *
public_function (const struct program *p, const char *name)
{
  for (size_t i = 0; i < p->nfunctions; i++)
    if (p->functions[i].public_name && !strcmp (p->functions[i].public_name, name))
      return &p->functions[i];
  return NULL;
}

static void
resolve (const struct program *p, struct call *c)
{
  int kind = c->how & CGO_VET_KIND;
  if (c->how & CGO_VET_ADDRESS)
    c->to = cgo_program_at (p, c->address);
  else if (c->how & CGO_VET_NAME)
    {
      c->symbol = cgo_program_symbol (p, c->name);
      if (c->symbol && c->symbol->defined)
	c->to = cgo_program_at (p, c->symbol->address);
      if (!c->to)
	c->to = public_function (p, c->name);
    }
  if (c->to && !c->name)
    c->name = c->to->name;
  if (c->to && kind == CGO_VET_GO)
    c->to->started = true;
}

/* ---- The file ---- */

static void
read_dynamic (struct program *p, Elf_Scn *scn, const GElf_Shdr *shdr)
{
  Elf_Data *data = elf_getdata (scn, NULL);
  GElf_Dyn dyn;
  p->dynamic = true;
  for (size_t i = 0; shdr->sh_entsize && i < shdr->sh_size / shdr->sh_entsize
		     && gelf_getdyn (data, i, &dyn) && dyn.d_tag != DT_NULL; i++)
    switch (dyn.d_tag)
      {
      case DT_BIND_NOW:
	p->now = true;
	break;
      case DT_FLAGS:
	p->now |= (dyn.d_un.d_val & DF_BIND_NOW) != 0;
	break;
      case DT_FLAGS_1:
	p->now |= (dyn.d_un.d_val & DF_1_NOW) != 0;
	break;
      case DT_PLTRELSZ:
	p->plt = dyn.d_un.d_val != 0;
	break;
      }
}

static void
read_sections (struct program *p, Elf *elf)
{
  size_t names;
  Elf_Scn *scn = NULL, *dynamic_symbols = NULL;
  GElf_Shdr shdr, dynamic_shdr;
  if (elf_getshdrstrndx (elf, &names))
    error (CGO_FAILED, 0, "%s: %s", p->file, elf_errmsg (-1));
  while ((scn = elf_nextscn (elf, scn)) && gelf_getshdr (scn, &shdr))
    {
      const char *name = elf_strptr (elf, names, shdr.sh_name);
      if (shdr.sh_type == SHT_SYMTAB)
	read_symbols (p, elf, scn, &shdr);
      else if (shdr.sh_type == SHT_DYNSYM)
	{
	  dynamic_symbols = scn;
	  dynamic_shdr = shdr;
	}
      else if (shdr.sh_type == SHT_DYNAMIC)
	read_dynamic (p, scn, &shdr);
      else if (name && !strcmp (name, CGO_VET_SECTION) && shdr.sh_type == SHT_PROGBITS)
	read_records (p, scn, &shdr);
    }
  if (!p->nsymbols && dynamic_symbols)
    read_symbols (p, elf, dynamic_symbols, &dynamic_shdr);
}

void
cgo_program_read (struct program *p, const char *file)
{
  *p = (struct program) { .file = file };
  elf_version (EV_CURRENT);
  int fd = open (file, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    error (CGO_FAILED, errno, "%s", file);
  Elf *elf = elf_begin (fd, ELF_C_READ, NULL);
  GElf_Ehdr ehdr;
  if (!elf || elf_kind (elf) != ELF_K_ELF || !gelf_getehdr (elf, &ehdr)
      || ehdr.e_machine != EM_X86_64)
    error (CGO_FAILED, 0, "%s: not a program or library for x86-64", file);
  if (ehdr.e_type != ET_EXEC && ehdr.e_type != ET_DYN)
    error (CGO_FAILED, 0, "%s: not linked yet; give the program or library that it goes into",
	   file);
  read_sections (p, elf);
  sort_symbols (p);
  sort_functions (p);
  for (size_t i = 0; i < p->nfunctions; i++)
    name_function (p, &p->functions[i]);
  for (size_t i = 0; i < p->nfunctions; i++)
    for (size_t j = 0; j < p->functions[i].ncalls; j++)
      resolve (p, &p->functions[i].calls[j]);
}
