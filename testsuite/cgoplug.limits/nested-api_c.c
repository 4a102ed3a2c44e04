/* C of nested-api.c.  */

#include <cgo.h>
#include <stddef.h>

void *__libc_malloc (size_t);

static cgo_mutex *mutex;

void
lock_in_malloc (cgo_mutex *m)
{
  mutex = m;
}

void *
malloc (size_t n)
{
  cgo_mutex *m = mutex;
  mutex = NULL;
  if (m)
    cgo_mutex_lock (m);
  return __libc_malloc (n);
}
