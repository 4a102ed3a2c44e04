/* translate.h - what the files of the translator tell each other.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#ifndef CGO_TRANSLATE_H
#define CGO_TRANSLATE_H 1

/* ---- translate-type.cc ---- */

/* Adds text, as printf has it, to PP.  */
void cgo_pp (pretty_printer *pp, const char *format, ...) ATTRIBUTE_PRINTF_2;
/* A type that is passed and laid out as TYPE is, in C that names no other; null if there is
   none.  The caller frees it.  */
char *cgo_type_words (tree type);
/* Size and alignment of TYPE, and the places of its members as that one has them.  Likewise.  */
char *cgo_type_layout (tree type);

/* ---- translate-line.cc ---- */

extern FILE *cgo_translate_out;
/* TYPES with a tab before each, to be freed; null, after an error about NAME at LOC, if one of
   them has no words.  */
char *cgo_translate_types (const vec<tree> &types, location_t loc, tree name);
/* Begins a line: KIND, and the place LOC.  */
void cgo_translate_place (char kind, location_t loc);

/* ---- translate-body.cc: what was found ---- */

struct cgo_mention
{
  tree fndecl;
  location_t loc;
  bool address;			/* else called */
  bool twice;			/* the same was there before */
};
extern vec<cgo_mention> cgo_mentions;

/* A call whose arguments the callee's type does not tell.  */
struct cgo_open_call
{
  tree fndecl;
  location_t loc;
  int fixed;
  char *types;
};
extern vec<cgo_open_call> cgo_open_calls;

/* Functions that have their body here.  */
extern vec<tree> cgo_bodies;

#endif
