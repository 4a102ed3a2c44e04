/* The C half of own.c: a malloc that never gives anything back.  */

#include <stdatomic.h>
#include <stddef.h>
#include <string.h>

_Atomic long calls;

static _Alignas (64) char memory[64 << 20];
static _Atomic size_t used;

/* Deep on purpose.  */
static void
count (void)
{
  volatile char frame[65536];
  for (size_t i = 0; i < sizeof frame; i += 4096)
    frame[i] = i;
  atomic_fetch_add (&calls, frame[4096] == 0);
}

void *
malloc (size_t n)
{
  count ();
  n = (n + 79) & -(size_t) 64;
  char *p = memory + atomic_fetch_add (&used, n) + 64;
  if (p + n > memory + sizeof memory)
    return NULL;
  *(size_t *) (p - 16) = n;
  return p;
}

void
free (void *p)
{
  if (p)
    count ();
}

void *
calloc (size_t a, size_t b)
{
  return malloc (a * b);
}

void *
realloc (void *p, size_t n)
{
  void *q = malloc (n);
  if (p && q)
    {
      size_t old = *(size_t *) ((char *) p - 16) - 16;
      memcpy (q, p, old < n ? old : n);
    }
  return q;
}
