/* translate-name.c - the names in _obj.

   They are _cgo_KIND_STUB.  No two kinds begin alike and no two functions have the same stub, so
   no two names are the same, whatever the user's are:

     _cgo_stub_STUB, _cgo_call_STUB, _cgo_c_STUB	C, and how goroutine code gets there
     _cgo_new_STUB, _cgo_start_STUB			cgo_go
     _cgo_run_STUB, _cgo_pointer_STUB, _cgo_body_STUB,
     _cgo_x_STUB, _cgo_entry_NAME, _cgo_static_STUB	an exported function
     _cgo_args_STUB, _cgo_tN				types

   What the files of one run have in common has global symbols, and a program may have the work
   of several runs, in archives, where the linker takes the first of two and says nothing.  So
   the symbols end in the run's tag, as they do in Go: a hash of what was translated, which is
   the same each time.  Macros say so, in _cgo_gotypes.h, and the files stay readable; with
   #pragma redefine_extname GCC renames no function that is defined without a declaration.

   SPDX-License-Identifier: MIT  */

#include "cgo.h"
#include "translate.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static uint64_t tag;

static bool
taken (const char *stub)
{
  for (size_t i = 0; i < cgo_nfunctions; i++)
    if (strcmp (cgo_functions[i]->stub, stub) == 0)
      return true;
  return false;
}

char *
cgo_make_stub (const struct function *fn)
{
  const char *name = fn->kind == 'g' ? "go" : fn->name;
  char *base = (fn->is_static ? cgo_append (NULL, "%s_%s", fn->unit->id, name)
		: cgo_copy (name));
  char *stub = cgo_copy (base);
  for (int i = 2; taken (stub); i++)
    {
      free (stub);
      stub = cgo_append (NULL, "%s_%d", base, i);
    }
  free (base);
  return stub;
}

char *
cgo_stub_name (const struct function *fn)
{
  return cgo_append (NULL, "_cgo_stub_%s", fn->stub);
}

void
cgo_tag_run (const struct unit *units, size_t n)
{
  tag = 0xcbf29ce484222325;
  for (size_t i = 0; i < n; i++)
    for (size_t j = 0; j < units[i].len; j++)
      tag = (tag ^ (unsigned char) units[i].text[j]) * 0x100000001b3;
}

static void
write_symbol (FILE *f, const char *name)
{
  fprintf (f, "#define %s %s_%016" PRIx64 "\n", name, name, tag);
}

void
cgo_write_symbols (FILE *f, const struct function *fn)
{
  if (fn->kind != 'e')
    {
      write_symbol (f, cgo_stub_name (fn));
      return;
    }
  write_symbol (f, cgo_append (NULL, "_cgo_run_%s", fn->stub));
  write_symbol (f, cgo_append (NULL, "_cgo_pointer_%s", fn->stub));
  write_symbol (f, cgo_append (NULL, "_cgo_%s_%s", fn->is_static ? "static" : "body", fn->stub));
}

const char *
cgo_entry_symbol (const struct function *fn)
{
  if (!fn->is_static)
    return fn->asmname;
  return cgo_append (NULL, "_cgo_static_%s_%016" PRIx64, fn->stub, tag);
}
