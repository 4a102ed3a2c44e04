/* format.h - messages without stdio: format.c.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_FORMAT_H
#define CGO_FORMAT_H 1

#include <stdarg.h>
#include <stddef.h>

#pragma GCC visibility push(hidden)

/* Writes at most SIZE bytes, the final null included; SIZE is not 0.  Returns the
   length of what was written.  */
size_t cgo__vformat (char *buf, size_t size, const char *fmt, va_list)
  __attribute__ ((format (printf, 3, 0)));
size_t cgo__format (char *buf, size_t size, const char *fmt, ...)
  __attribute__ ((format (printf, 3, 4)));

#pragma GCC visibility pop
#endif
