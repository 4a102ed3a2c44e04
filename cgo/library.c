/* library.c - the functions that a shared library exports, by its dynamic symbols.

   SPDX-License-Identifier: MIT  */

#include "cgo.h"
#include "elf-file.h"
#include "library.h"

#include <error.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>

static int
compare (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static bool
exported_p (const GElf_Sym *sym)
{
  int type = GELF_ST_TYPE (sym->st_info), bind = GELF_ST_BIND (sym->st_info);
  int visibility = GELF_ST_VISIBILITY (sym->st_other);
  return ((type == STT_FUNC || type == STT_GNU_IFUNC) && sym->st_shndx != SHN_UNDEF
	  && bind != STB_LOCAL
	  && (visibility == STV_DEFAULT || visibility == STV_PROTECTED));
}

static void
read_functions (struct library *l, Elf *elf, Elf_Scn *scn, const GElf_Shdr *shdr)
{
  Elf_Data *data = elf_getdata (scn, NULL);
  size_t n = shdr->sh_entsize ? shdr->sh_size / shdr->sh_entsize : 0;
  GElf_Sym sym;
  l->functions = cgo_alloc (n + 1, sizeof *l->functions);
  for (size_t i = 1; i < n && gelf_getsym (data, i, &sym); i++)
    {
      const char *name = elf_strptr (elf, shdr->sh_link, sym.st_name);
      if (name && exported_p (&sym) && strcmp (name, "_init") && strcmp (name, "_fini"))
	l->functions[l->n++] = name;
    }
}

static void
read_soname (struct library *l, Elf *elf, Elf_Scn *scn, const GElf_Shdr *shdr)
{
  Elf_Data *data = elf_getdata (scn, NULL);
  GElf_Dyn dyn;
  for (size_t i = 0; gelf_getdyn (data, i, &dyn) && dyn.d_tag != DT_NULL; i++)
    if (dyn.d_tag == DT_SONAME)
      l->soname = elf_strptr (elf, shdr->sh_link, dyn.d_un.d_val);
}

/* A function of several versions has several symbols.  */

static void
sort (struct library *l)
{
  size_t n = 0;
  qsort (l->functions, l->n, sizeof *l->functions, compare);
  for (size_t i = 0; i < l->n; i++)
    if (!n || strcmp (l->functions[n - 1], l->functions[i]))
      l->functions[n++] = l->functions[i];
  l->n = n;
}

void
cgo_library_read (struct library *l, const char *file)
{
  *l = (struct library) { basename (cgo_copy (file)), NULL, 0 };
  GElf_Ehdr ehdr;
  Elf *elf = cgo_elf_open (file, &ehdr);
  if (ehdr.e_type != ET_DYN)
    error (CGO_FAILED, 0, "%s: not a shared library", file);
  Elf_Scn *scn = NULL;
  GElf_Shdr shdr;
  while ((scn = elf_nextscn (elf, scn)) && gelf_getshdr (scn, &shdr))
    if (shdr.sh_type == SHT_DYNSYM)
      read_functions (l, elf, scn, &shdr);
    else if (shdr.sh_type == SHT_DYNAMIC)
      read_soname (l, elf, scn, &shdr);
  if (!l->n)
    error (CGO_FAILED, 0, "%s: exports no function", file);
  sort (l);
}
