/* program.c - reads a program or library for `cgo vet': records, symbols, how it is bound.

   records.c reads what the plugin left.  What another unit defines is called there by a
   name, which the symbol table leads to an address.

   Everything read stays until the command ends.

   SPDX-License-Identifier: MIT  */

#include "program.h"
#include "elf-file.h"
#include "cgo/abi.h"
#include "cgo/vet.h"

#include <error.h>
#include <gelf.h>
#include <stdlib.h>
#include <string.h>

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
      p->symbols = cgo_more (p->symbols, p->nsymbols, sizeof *p->symbols);
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
	p->places = cgo_more (p->places, p->nplaces, sizeof *p->places);
	p->places[p->nplaces++] = &p->symbols[i];
      }
  if (p->nplaces)
    qsort (p->places, p->nplaces, sizeof *p->places, compare_places);
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
	cgo_records_read (p, scn, &shdr);
    }
  if (!p->nsymbols && dynamic_symbols)
    read_symbols (p, elf, dynamic_symbols, &dynamic_shdr);
}

void
cgo_program_read (struct program *p, const char *file)
{
  *p = (struct program) { .file = file };
  GElf_Ehdr ehdr;
  Elf *elf = cgo_elf_open (file, &ehdr);
  if (ehdr.e_machine != EM_X86_64)
    error (CGO_FAILED, 0, "%s: not for x86-64", file);
  if (ehdr.e_type != ET_EXEC && ehdr.e_type != ET_DYN)
    error (CGO_FAILED, 0, "%s: not linked yet; give the program or library that it goes into",
	   file);
  read_sections (p, elf);
  sort_symbols (p);
  cgo_records_sort (p);
  for (size_t i = 0; i < p->nfunctions; i++)
    name_function (p, &p->functions[i]);
  for (size_t i = 0; i < p->nfunctions; i++)
    for (size_t j = 0; j < p->functions[i].ncalls; j++)
      resolve (p, &p->functions[i].calls[j]);
}
