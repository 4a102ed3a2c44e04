/* format.c - a printf for messages from places where nothing can be relied on.

   stdio may hold the lock that the reporting thread was interrupted in, may call
   malloc, and sets errno.  This writes into the caller's buffer and does nothing
   else.  It knows what the runtime's messages use:

     %s %.*s %c %d %u %x %p %%	with l, ll, j, z before d, u and x

   SPDX-License-Identifier: MIT  */

#include "base/base.h"
#include "base/format.h"

struct out
{
  char *buf;
  size_t size, n;	/* n never exceeds size - 1 */
};

static void
put (struct out *o, char c)
{
  if (o->n + 1 < o->size)
    o->buf[o->n++] = c;
}

static void
put_string (struct out *o, const char *s, size_t max)
{
  if (!s)
    s = "(null)";
  while (max-- && *s)
    put (o, *s++);
}

static void
put_number (struct out *o, uint64_t v, unsigned base)
{
  char digits[24];
  int n = 0;
  do
    digits[n++] = "0123456789abcdef"[v % base];
  while (v /= base);
  while (n)
    put (o, digits[--n]);
}

/* Takes the integer argument of conversion C with N size letters.  */
static uint64_t
integer (va_list *ap, char c, int n)
{
  if (n)
    return va_arg (*ap, uint64_t);
  if (c == 'd')
    return (int64_t) va_arg (*ap, int);
  return va_arg (*ap, unsigned);
}

/* One conversion, of which F is what follows the `%'.  Returns its end.  */
static const char *
convert (struct out *o, const char *f, va_list *ap)
{
  size_t max = SIZE_MAX;
  if (f[0] == '.' && f[1] == '*')
    {
      max = va_arg (*ap, int);
      f += 2;
    }
  int wide = 0;
  for (; *f == 'l' || *f == 'z' || *f == 'j'; f++)
    wide++;
  uint64_t v;
  switch (*f)
    {
    case 's':
      put_string (o, va_arg (*ap, const char *), max);
      break;
    case 'c':
      put (o, va_arg (*ap, int));
      break;
    case 'd':
      v = integer (ap, 'd', wide);
      if ((int64_t) v < 0)
	put (o, '-');
      put_number (o, (int64_t) v < 0 ? -v : v, 10);
      break;
    case 'u':
      put_number (o, integer (ap, 'u', wide), 10);
      break;
    case 'x':
      put_number (o, integer (ap, 'x', wide), 16);
      break;
    case 'p':
      put_string (o, "0x", 2);
      put_number (o, (uintptr_t) va_arg (*ap, void *), 16);
      break;
    case '%':
      put (o, '%');
      break;
    default:
      __builtin_abort ();	/* a message this file does not know */
    }
  return f + 1;
}

size_t
cgo__vformat (char *buf, size_t size, const char *fmt, va_list args)
{
  struct out o = { buf, size, 0 };
  va_list ap;
  va_copy (ap, args);
  while (*fmt)
    if (*fmt == '%')
      fmt = convert (&o, fmt + 1, &ap);
    else
      put (&o, *fmt++);
  va_end (ap);
  buf[o.n] = 0;
  return o.n;
}

size_t
cgo__format (char *buf, size_t size, const char *fmt, ...)
{
  va_list ap;
  va_start (ap, fmt);
  size_t n = cgo__vformat (buf, size, fmt, ap);
  va_end (ap);
  return n;
}
