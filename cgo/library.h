/* library.h - the functions that a shared library exports.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_LIBRARY_H
#define CGO_LIBRARY_H 1

#include <stddef.h>

struct library
{
  const char *soname;		/* or the name of the file */
  const char **functions;	/* sorted, each once */
  size_t n;
};

/* Reads FILE; exits with a message if it is no shared library.  */
void cgo_library_read (struct library *, const char *file);

#endif
