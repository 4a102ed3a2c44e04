/* elf-file.c - opens programs and libraries.

   SPDX-License-Identifier: MIT  */

#include "cgo.h"
#include "elf-file.h"

#include <errno.h>
#include <error.h>
#include <fcntl.h>

Elf *
cgo_elf_open (const char *file, GElf_Ehdr *ehdr)
{
  elf_version (EV_CURRENT);
  int fd = open (file, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    error (CGO_FAILED, errno, "%s", file);
  Elf *elf = elf_begin (fd, ELF_C_READ, NULL);
  if (!elf || elf_kind (elf) != ELF_K_ELF || !gelf_getehdr (elf, ehdr))
    error (CGO_FAILED, 0, "%s: not a program or library (perhaps a linker script that names "
	   "one)", file);
  return elf;
}
