/* leaf-string_g.c - leaf functions of strings, memory and wide strings: short and long ones, that
   are found at once, late, or not.

   SPDX-License-Identifier: MIT  */

#include "leaf.h"
#include <string.h>

/* A string, another or a place for one, and a size.  */
static const char strings[] = " memcpy memmove mempcpy memset memcmp __memcmpeq bcmp"
  " bcopy memccpy memrchr swab strlen strcpy stpcpy __stpcpy strncpy stpncpy strcat"
  " strncat strcmp strncmp strcasecmp strncasecmp strspn strcspn strpbrk strstr"
  " strcasestr strtok strverscmp basename __mempcpy __memcpy __stpncpy"
  " __strcasecmp __strncasecmp __xpg_basename getenv secure_getenv ";
/* A string, a character or a size, a size.  */
static const char sized[] = " memchr strchr strrchr strchrnul index rindex __strchrnul"
  " bzero explicit_bzero __bzero memfrob strnlen __strnlen ";
/* Two strings, each with its size; where to go on is third; first is a pointer to a
   string.  */
static const char with_sizes[] = " memmem ", tokens[] = " strtok_r __strtok_r ",
  separated[] = " strsep __strsep ", endless[] = " rawmemchr __rawmemchr ";
static const char wide[] = " wcslen wcscpy wcpcpy wcsncpy wcscmp wcsncmp wmemcpy"
  " wmemmove wmempcpy wmemcmp wcscat wcsncat wcschr wcsrchr wmemchr wcsnlen wmemset ";

char a[16384], b[4096];
wchar_t wa[8192], wb[4096];

/* Into a x's, or almost what is in b again and again.  */
void
fill (int n, int kind)
{
  enum { LENGTH = 8191 };
  memset (a, 'x', sizeof a - 1);
  memset (b, 'x', n);
  b[n] = 0;
  if (kind && n > 1)
    {
      for (char *p = a + n - 1; p < a + LENGTH; p += n)
	*p = 'z';
      b[kind == 1 ? n / 2 : n - 1] = 'y';
    }
  a[LENGTH] = 0;
  for (int i = 0; i <= n; i++)
    wb[i] = b[i];
  for (unsigned i = 0; i < COUNT (wa) / 2; i++)
    wa[i] = a[i];
  wa[COUNT (wa) / 2] = 0;
}

/* Lengths on both sides of 16, 32, 64, 128, 256: there the functions of libc go
   about it in another way.  */
static const int lengths[] = { 0, 1, 2, 3, 7, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100,
  127, 128, 129, 200, 255, 256, 257, 258, 300, 511, 513, 1000, 2000 };

void
each_string (void *fn, const char *name,
	     void (*one) (void *fn, const char *name, int n, int kind))
{
  for (unsigned i = 0; i < 3 * COUNT (lengths); i++)
    {
      fill (lengths[i / 3], i % 3);
      one (fn, name, lengths[i / 3], i % 3);
    }
}

static void
call_string (void *fn, const char *name, int n, int kind)
{
  char *p = a;
  if (listed (wide, name))
    call (fn, (long) wa, (long) wb, n, 0);
  else if (listed (sized, name))
    call (fn, (long) a, kind == 1 ? 'x' : n, n, 0);
  else if (listed (tokens, name))
    call (fn, (long) a, (long) b, (long) &p, 0);
  else if (listed (separated, name))
    call (fn, (long) &p, (long) b, 0, 0);
  else if (listed (endless, name))
    call (fn, (long) a, kind == 1 ? 'x' : 0, 0, 0);
  else if (listed (with_sizes, name))
    call (fn, (long) a, 8191, (long) b, n);
  else
    call (fn, (long) a, (long) b, n, n);
}

int
leaf_string (void *fn, const char *name)
{
  if (!listed (strings, name) && !listed (sized, name) && !listed (tokens, name)
      && !listed (separated, name) && !listed (with_sizes, name) && !listed (wide, name)
      && !listed (endless, name))
    return 0;
  each_string (fn, name, call_string);
  return 1;
}
