/* target-x86_64-code.cc - code that stands outside functions, and references.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "target.h"
#include "target-x86_64.h"
#include "cgo/abi.h"

void
cgo_target_asm_begin (FILE *f)
{
  if (ASSEMBLER_DIALECT)
    fputs ("\t.att_syntax prefix\n", f);
}

void
cgo_target_asm_end (FILE *f)
{
  if (ASSEMBLER_DIALECT)
    fputs ("\t.intel_syntax noprefix\n", f);
}

/* Loads the shape of stack arguments (cgo/abi.h).  */

void
cgo_x86_shape (FILE *f, const char *reg64, const char *reg32, unsigned bytes,
	       unsigned align)
{
  if (align)
    fprintf (f, "\tmovabsq\t$%#llx, %%%s\n",
	     (unsigned long long) align << CGO_ARG_ALIGN_SHIFT | bytes, reg64);
  else if (bytes)
    fprintf (f, "\tmovl\t$%u, %%%s\n", bytes, reg32);
  else
    fprintf (f, "\txorl\t%%%s, %%%s\n", reg32, reg32);
}

static void
landing_pad (FILE *f)
{
  if (flag_cf_protection & CF_BRANCH)
    fputs ("\tendbr64\n", f);
}

/* Loads the shape of stack arguments for an asmcall entry, which by its name may
   know it.  */

static void
print_entry_shape (FILE *f, const char *entry, unsigned bytes, unsigned align)
{
  if (!ISDIGIT (entry[strlen (entry) - 1]))
    cgo_x86_shape (f, "r10", "r10d", bytes, align);
}

void
cgo_target_thunk (FILE *f, const char *target, const char *entry,
		  unsigned bytes, unsigned align)
{
  landing_pad (f);
  print_entry_shape (f, entry, bytes, align);
  fprintf (f, "\tmovq\t%s@GOTPCREL(%%rip), %%r11\n\tjmp\t%s\n", target, entry);
}

/* Runs when the program is relocated, after all else of it and of its libraries was.  */

void
cgo_target_own (FILE *f, const char *target, const char *own, const char *thunk)
{
  landing_pad (f);
  fprintf (f, "\tmovq\t%s@GOTPCREL(%%rip), %%rax\n\tcmpq\t%s@GOTPCREL(%%rip), %%rax\n"
	   "\tje\t1f\n\tleaq\t%s(%%rip), %%rax\n1:\tret\n", target, own, thunk);
}

void
cgo_target_pthunk (FILE *f, const char *entry, unsigned bytes, unsigned align)
{
  landing_pad (f);
  fputs ("\tmovq\t%r10, %r11\n", f);
  print_entry_shape (f, entry, bytes, align);
  fprintf (f, "\tjmp\t%s\n", entry);
}

void
cgo_target_ithunk (FILE *f, unsigned bytes, unsigned align)
{
  fprintf (f, "\ttestl\t$%d, %%r11d\n\tjz\t1f\n\tcmpl\t$%#x, -4(%%r11)\n\tjne\t1f\n"
	   "\tjmp\t*%%r11\n1:", CGO_CODE_PAGE, CGO_CODE_MARK);
  cgo_x86_shape (f, "r10", "r10d", bytes, align);
  fputs ("\tjmp\t__cgo_icall\n", f);
}

/* What follows the jump is the sequence that linkers know and make better.  */

void
cgo_target_tls (FILE *f, const char *variable)
{
  landing_pad (f);
  fputs ("\tleaq\t1f(%rip), %r11\n\tjmp\t*__cgo_tls_access@GOTPCREL(%rip)\n1:", f);
  landing_pad (f);
  fputs ("\tsubq\t$8, %rsp\n", f);
  if (dwarf2out_do_cfi_asm ())
    fputs ("\t.cfi_adjust_cfa_offset 8\n", f);
  fprintf (f, "\t.byte\t0x66\n\tleaq\t%s@tlsgd(%%rip), %%rdi\n"
	   "\t.value\t0x6666\n\trex64\n\tcall\t__tls_get_addr@PLT\n"
	   "\taddq\t$8, %%rsp\n", variable);
  if (dwarf2out_do_cfi_asm ())
    fputs ("\t.cfi_adjust_cfa_offset -8\n", f);
  fputs ("\tret\n", f);
}

/* The function stays aligned.  */

void
cgo_target_code_mark (FILE *f, bool aligned, bool async)
{
  if (aligned)
    fprintf (f, "\t.skip\t%d, 0xcc\n", async ? 8 : 12);
  if (async)
    fprintf (f, "\t.long\t%#x\n", CGO_ASYNC_MARK);
  fprintf (f, "\t.long\t%#x\n", CGO_CODE_MARK);
}

void
cgo_target_async (FILE *f)
{
  fputs ("\t.section\t.init_array,\"aw\",@init_array\n\t.p2align\t3\n"
	 "\t.quad\t__cgo_async\n", f);
}

void
cgo_target_go_thunk (FILE *f, unsigned bytes, unsigned align)
{
  landing_pad (f);
  cgo_x86_shape (f, "r11", "r11d", bytes, align);
  fputs ("\tjmp\t*__cgo_newproc@GOTPCREL(%rip)\n", f);
}

void
cgo_target_export (FILE *f, const char *body, unsigned bytes, unsigned align)
{
  landing_pad (f);
  fprintf (f, "\tcmpq\t$%d, %%fs:" STR (CGO_GUARD_SLOT) "\n\tjne\t%s\n",
	   CGO_GUARD_SYSTEM, body);
  fprintf (f, "\tleaq\t%s(%%rip), %%r11\n", body);
  cgo_x86_shape (f, "r10", "r10d", bytes, align);
  fputs ("\tjmp\t__cgo_callback\n", f);
}

/* A goroutine may call main, too.  */

void
cgo_target_main (FILE *f, const char *body)
{
  landing_pad (f);
  fprintf (f, "\tcmpq\t$%d, %%fs:" STR (CGO_GUARD_SLOT) "\n\tjne\t%s\n",
	   CGO_GUARD_SYSTEM, body);
  fprintf (f, "\tleaq\t%s(%%rip), %%rcx\n"
	   "\tjmp\t*__cgo_main@GOTPCREL(%%rip)\n", body);
}

/* An instruction behind the function's last one, never reached, so that the linker
   names the function when the symbol is missing.  A relocation of type NONE would
   cost nothing, but ld refuses it when the symbol is in a shared library.  */

void
cgo_target_reference (FILE *f, const char *symbol)
{
  fprintf (f, "\tmovq\t\"%s\"@GOTPCREL(%%rip), %%r11\n", symbol);
}

void
cgo_target_data_reference (FILE *f, const char *symbol)
{
  fprintf (f, "\t.long\t\"%s\"@GOTPCREL\n", symbol);
}

/* An absolute symbol that every unit may have.  */

void
cgo_target_link_symbol (FILE *f, const char *symbol)
{
  fprintf (f, "\t.weak\t\"%s\"\n\t.hidden\t\"%s\"\n\t.set\t\"%s\", 0\n", symbol,
	   symbol, symbol);
}

char *
cgo_target_link_reference (const char *symbol)
{
  return xasprintf ("\t.pushsection\t.cgo.abi,\"a\",@progbits\n"
		    "\t.reloc\t., R_X86_64_NONE, \"%s\"\n\t.byte\t0\n\t.popsection", symbol);
}
