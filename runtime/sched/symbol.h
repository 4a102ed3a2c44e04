/* symbol.h - what stands at a code address: symbol.c.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_SYMBOL_H
#define CGO_SYMBOL_H 1

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#pragma GCC visibility push(hidden)

/* Prints, each on a line that begins with a tab, the function that PC is in and
   those it was inlined into: `parse_expr at parse.c:12'.  */
void cgo__symbol_print (uintptr_t pc);

/* The name of the function that PC is in, or its address.  */
const char *cgo__symbol_name (uintptr_t pc, char *buf, size_t size);

/* The symbol at PC as it is in the program, suffixes and all; false if there is none.  */
bool cgo__symbol_raw (uintptr_t pc, char *buf, size_t size);

/* Where PC is, as the lines above say it: of functions inlined there, the innermost.  */
const char *cgo__symbol_place (uintptr_t pc, char *buf, size_t size);

enum cgo__symbol_kind
{
  CGO__SYMBOL_USER,	/* shown in tracebacks */
  CGO__SYMBOL_RUNTIME,	/* the runtime's, hidden */
  CGO__SYMBOL_ENTRY	/* likewise, and so is all that it called */
};
enum cgo__symbol_kind cgo__symbol_kind (uintptr_t pc);

#pragma GCC visibility pop
#endif
