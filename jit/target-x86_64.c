/* target-x86_64.c - what a context is given in assembly, and the ABI's count of arguments.

   Three kinds of pieces, all as cgo/abi.h has them for the plugin:

     begin	the functions that -fsplit-stack calls, once a context
     import	the thunk of a C function
     export	the entry of a function that anybody may call

   Each is a top-level asm statement of the context, so that it is in the code's own object,
   with the code's own lifetime; no page is ever writable and executable.  They end in
   functions that libcgojit exports (x86_64.S), since libcgo_nonshared.a, where the plugin's
   code finds them, is a file for linking, which need not be there when a program runs.

   SPDX-License-Identifier: MIT  */

#include "jit.h"

#include <cgo/abi.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- Arguments ---- */

enum { INTEGERS = 6, FLOATS = 8, WORD = 8, WIDE = 16 };

static void
in_memory (struct cgo__jit_args *a, unsigned bytes)
{
  unsigned align = bytes > WORD ? WIDE : WORD;
  a->bytes = ((a->bytes + align - 1) & -(uint64_t) align) + bytes;
}

/* Of COUNT registers, of which *USED of MOST are taken.  What does not fit whole goes to memory,
   and later, smaller arguments may still find a register.  */

static void
in_registers (struct cgo__jit_args *a, unsigned *used, unsigned most, unsigned count)
{
  if (*used + count <= most)
    *used += count;
  else
    in_memory (a, count * WORD);
}

void
cgo__jit_arg (struct cgo__jit_args *a, enum cgo__jit_class class)
{
  switch (class)
    {
    case CGO__JIT_INTEGER:
      in_registers (a, &a->integers, INTEGERS, 1);
      break;
    case CGO__JIT_INTEGER2:
      in_registers (a, &a->integers, INTEGERS, 2);
      break;
    case CGO__JIT_FLOAT:
      in_registers (a, &a->floats, FLOATS, 1);
      break;
    case CGO__JIT_FLOAT2:
      in_registers (a, &a->floats, FLOATS, 2);
      break;
    case CGO__JIT_X87:
      in_memory (a, WIDE);
      break;
    case CGO__JIT_X87_2:
      in_memory (a, 2 * WIDE);
      break;
    case CGO__JIT_OTHER:
      a->unknown = true;
      break;
    }
}

/* ---- Assembly ---- */

__attribute__ ((__format__ (__printf__, 1, 2))) static char *
text (const char *format, ...)
{
  va_list ap;
  char *s;
  va_start (ap, format);
  int n = vasprintf (&s, format, ap);
  va_end (ap);
  return n < 0 ? NULL : s;
}

/* GCC goes on in the section it was in.  */
#define SECTION "\t.pushsection\t.text\n\t.p2align\t4\n"
#define END_SECTION "\t.popsection\n"

/* FMT is the function's name; it is marked as goroutine code, which it is in all that matters to
   who calls through a pointer: it goes to g0 itself.  */
#define FUNCTION(fmt)							\
  "\t.skip\t12, 0xcc\n\t.long\t%#x\n"					\
  "\t.type\t" fmt ", @function\n" fmt ":\n"				\
  "\t.cfi_startproc\n\tendbr64\n"
#define END_FUNCTION(fmt)						\
  "\t.cfi_endproc\n\t.size\t" fmt ", .-" fmt "\n"

/* Hidden, as libcgo's are: a function's check must not meet another library's.  */
#define MORESTACK(name, cfi)						\
  "\t.globl\t" name "\n\t.hidden\t" name "\n"				\
  "\t.type\t" name ", @function\n" name ":\n"				\
  "\t.cfi_startproc\n" cfi						\
  "\tjmp\t*__cgo_jit" name "@GOTPCREL(%rip)\n"				\
  END_FUNCTION (name)

char *
cgo__jit_asm_begin (void)
{
  static const char family[] =
    SECTION
    MORESTACK ("__morestack", "\t.cfi_def_cfa\trsp, 16\n")
    MORESTACK ("__morestack_large_model", "\t.cfi_def_cfa\trsp, 16\n")
    MORESTACK ("__morestack_non_split", "\t.cfi_def_cfa\trsp, 16\n")
    MORESTACK ("__morestack_allocate_stack_space", "")
    END_SECTION;
  return text ("%s", family);
}

#define WAY(name) "*__cgo_jit_asmcall" name "@GOTPCREL(%rip)"

/* Where C of mode MODE is called, as plugin/thunk.cc chooses; *COUNTS: it looks at r10.  */

static const char *
call_entry (enum cgo_jit_mode mode, uint64_t bytes, bool *counts)
{
  *counts = true;
  switch (mode)
    {
    case CGO_JIT_BLOCKING:
      return WAY ("_block");
    case CGO_JIT_PIN:
      return WAY ("_pin");
    case CGO_JIT_NONBLOCKING:
      *counts = bytes > 0;
      return bytes ? WAY ("_nb") : WAY ("_nb0");
    case CGO_JIT_LEAF:
      *counts = false;
      return "*%r11";
    default:
      *counts = bytes > 4 * WORD;
      return *counts ? WAY ("") : bytes ? WAY ("4") : WAY ("0");
    }
}

char *
cgo__jit_asm_import (const char *symbol, const char *name, const void *address,
		     enum cgo_jit_mode mode, const struct cgo__jit_args *args)
{
  uint64_t bytes = args->unknown ? CGO_ARGS_UNKNOWN : args->bytes;
  char count[32] = "", load[32] = "";
  bool counts;
  const char *entry = call_entry (mode, bytes, &counts);
  if (counts)
    snprintf (count, sizeof count, "\tmovl\t$%" PRIu64 ", %%r10d\n", bytes);
  if (address)
    snprintf (load, sizeof load, "$%#" PRIxPTR, (uintptr_t) address);
  return text (SECTION FUNCTION ("%s")
	       "%s\tmovq\t%s%s, %%r11\n"
	       "\tjmp\t%s\n"
	       END_FUNCTION ("%s") END_SECTION,
	       CGO_CODE_MARK, symbol, symbol,
	       count, address ? load : name, address ? "" : "@GOTPCREL(%rip)",
	       entry, symbol, symbol);
}

char *
cgo__jit_asm_export (const char *symbol, const char *body, const struct cgo__jit_args *args)
{
  return text (SECTION "\t.globl\t%s\n" FUNCTION ("%s")
	       "\tcmpq\t$%d, %%fs:%d\n"
	       "\tjne\t%s\n"
	       "\tleaq\t%s(%%rip), %%r11\n"
	       "\tmovl\t$%" PRIu64 ", %%r10d\n"
	       "\tjmp\t*__cgo_jit_callback@GOTPCREL(%%rip)\n"
	       END_FUNCTION ("%s") END_SECTION,
	       symbol, CGO_CODE_MARK, symbol, symbol,
	       CGO_GUARD_SYSTEM, CGO_GUARD_SLOT, body, body, args->bytes, symbol, symbol);
}
