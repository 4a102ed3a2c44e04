/* Without lists and names on the command line one would have to edit the header of each C
   library.  Comments, patterns, what goes before what, and that a body decides.

   { dg-options "-O2 -Wall -fplugin-arg-cgoplug-list=$srcdir/cgoplug.compile/list.list -fplugin-arg-cgoplug-foreign=op:blocking,op_?:leaf:32,two:blocking -fplugin-arg-cgoplug-foreign=oq" }
   { dg-final { scan-function "f" "__cgo_thunk\\.one$" } }
   { dg-final { scan-function "f" "__cgo_thunk\\.two\\.block$" } }
   { dg-final { scan-function "f" "call\t\\*three@GOTPCREL" } }
   { dg-final { scan-function "f" "__cgo_thunk\\.four_0\\.pin$" } }
   { dg-final { scan-function "f" "__cgo_thunk\\.four_1\\.block$" } }
   { dg-final { scan-function "f" "__cgo_thunk\\.op\\.block$" } }
   { dg-final { scan-function "f" "call\t\\*op_1@GOTPCREL" } }
   { dg-final { scan-function "f" "__cgo_thunk\\.oq$" } }
   { dg-final { scan-function "f" "__cgo_thunk\\.strlen\\.block$" } }
   { dg-final { scan-function "f" "call\t\\*strcmp@GOTPCREL" } }
   { dg-final { scan-function "f" "__cgo_thunk\\.own\\.nb$" } }
   { dg-final { scan-function-not "f" "__cgo_thunk\\.defined" } }
   { dg-final { scan-function "g" "__cgo_thunk\\.implicit_one\\.block" } }  */

#include <cgo.h>
#include <stddef.h>

int one (int), two (int), three (int), four_0 (int), four_1 (int), op (int), op_1 (int),
    oq (int), strcmp (const char *, const char *);
size_t strlen (const char *);
CGO_CALL_NONBLOCKING int own (int) __asm__ ("own");
__attribute__ ((noipa)) int defined (int x) { return x; }

int
f (const char *s)
{
  return one (1) + two (2) + three (3) + four_0 (4) + four_1 (4) + op (5) + op_1 (6)
	 + oq (7) + strlen (s) + strcmp (s, s + 1) + defined (8) + own (9);
}

int four_implicit (int) __asm__ ("implicit_one") CGO_CALL_BLOCKING;
int g (void) { return four_implicit (1) + 1; }
