/* translate.h - what translate.cc and translate-type.cc tell each other.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#ifndef CGO_TRANSLATE_H
#define CGO_TRANSLATE_H 1

/* Adds text, as printf has it, to PP.  */
void cgo_pp (pretty_printer *pp, const char *format, ...) ATTRIBUTE_PRINTF_2;
/* A type that is passed and laid out as TYPE is, in C that names no other; null if there is
   none.  The caller frees it.  */
char *cgo_type_words (tree type);
/* Size and alignment of TYPE, and the places of its members as that one has them.  Likewise.  */
char *cgo_type_layout (tree type);

#endif
