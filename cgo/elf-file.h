/* elf-file.h - what the files that use libelf share.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_ELF_FILE_H
#define CGO_ELF_FILE_H 1

#include <gelf.h>

struct program;

/* Opens FILE, and reads its header; exits with a message if that cannot be done.  */
Elf *cgo_elf_open (const char *file, GElf_Ehdr *ehdr);

/* ---- records.c ---- */

/* The records in section SCN, and all of them when they are read.  */
void cgo_records_read (struct program *p, Elf_Scn *scn, const GElf_Shdr *shdr);
void cgo_records_sort (struct program *p);

#endif
