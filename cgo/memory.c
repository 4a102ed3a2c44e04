/* memory.c - memory for the commands, which end with a message where there is none.

   SPDX-License-Identifier: MIT  */

#include "cgo.h"

#include <errno.h>
#include <error.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static void *
checked (void *p)
{
  if (!p)
    error (CGO_FAILED, errno, "memory");
  return p;
}

void *
cgo_alloc (size_t n, size_t size)
{
  return checked (calloc (n ? n : 1, size));
}

char *
cgo_copy (const char *text)
{
  return checked (strdup (text));
}

/* It has room for a power of two.  */

void *
cgo_more (void *array, size_t n, size_t size)
{
  if (n & (n - 1) && n)
    return array;
  return checked (realloc (array, (n ? 2 * n : 1) * size));
}

char *
cgo_append (char *text, const char *format, ...)
{
  va_list ap;
  char *more, *longer;
  va_start (ap, format);
  if (vasprintf (&more, format, ap) < 0)
    error (CGO_FAILED, errno, "memory");
  va_end (ap);
  if (!text)
    return more;
  if (asprintf (&longer, "%s%s", text, more) < 0)
    error (CGO_FAILED, errno, "memory");
  free (text);
  free (more);
  return longer;
}
