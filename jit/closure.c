/* closure.c - function pointers for C that carry data and enter a goroutine.

   C calls the pointer, libffi's closure calls call () on C's stack with the arguments in memory,
   call () adds the data, and libffi calls __cgo_closure_enter, with the closure in the static
   chain, as FN is to be called; that goes on as the entry of an exported function does
   (runtime/README, "A callback").

       C -> libffi -> call -> libffi -> __cgo_closure_enter -> __cgo_callback -> FN

   So all that depends on types and on executable memory is libffi's.  Rejected: code of our own
   that loads data and jumps.  It would be faster, but wants pages that can be executed, which
   libffi knows how to get on hardened systems.

   A closure is in one piece of libffi's memory; a tree finds it by its pointer.

   SPDX-License-Identifier: MIT  */

#include "jit.h"
#include "closure.h"

#include <errno.h>
#include <ffi.h>
#include <pthread.h>
#include <search.h>
#include <stddef.h>
#include <string.h>

#define EXPORT __attribute__ ((__visibility__ ("default")))

enum { MOST_ARGS = 32 };

struct closure
{
  ffi_closure ffi;
  struct			/* what __cgo_closure_enter looks at */
  {
    void *fn;
    uint64_t bytes;
  } target;
  void *data;
  void *code;			/* what C calls; the key in the tree */
  ffi_cif in, out;		/* without and with the data */
  ffi_type *types[MOST_ARGS + 1];
};

#define TARGET(field) \
  (offsetof (struct closure, target.field) - offsetof (struct closure, target))
_Static_assert (TARGET (fn) == CLOSURE_FN && TARGET (bytes) == CLOSURE_BYTES, "x86_64.S");

/* All closures, by code.  Under LOCK.  */
static void *closures;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static int
compare (const void *a, const void *b)
{
  uintptr_t x = *(const uintptr_t *) a, y = *(const uintptr_t *) b;
  return x < y ? -1 : x > y;
}

/* ---- Signatures ---- */

static const struct letter
{
  char letter;
  enum cgo__jit_class class;
  ffi_type *type;
} letters[] =
{
  { 'b', CGO__JIT_INTEGER, &ffi_type_uint8 },
  { 'c', CGO__JIT_INTEGER, &ffi_type_schar }, { 'C', CGO__JIT_INTEGER, &ffi_type_uchar },
  { 's', CGO__JIT_INTEGER, &ffi_type_sshort }, { 'S', CGO__JIT_INTEGER, &ffi_type_ushort },
  { 'i', CGO__JIT_INTEGER, &ffi_type_sint }, { 'I', CGO__JIT_INTEGER, &ffi_type_uint },
  { 'l', CGO__JIT_INTEGER, &ffi_type_slong }, { 'L', CGO__JIT_INTEGER, &ffi_type_ulong },
  { 'p', CGO__JIT_INTEGER, &ffi_type_pointer },
  { 'f', CGO__JIT_FLOAT, &ffi_type_float }, { 'd', CGO__JIT_FLOAT, &ffi_type_double },
  { 'D', CGO__JIT_X87, &ffi_type_longdouble },
  { 'v', CGO__JIT_OTHER, &ffi_type_void }	/* a result only */
};

static const struct letter *
letter (char c)
{
  for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
    if (letters[i].letter == c)
      return &letters[i];
  return NULL;
}

/* Fills in C's types for SIGNATURE; false if it is none.  */
static bool
read_signature (struct closure *c, const char *signature)
{
  struct cgo__jit_args args = { .bytes = 0 };
  const struct letter *l, *result = letter (*signature);
  unsigned n = 0;
  if (!result || *++signature != '(')
    return false;
  while ((l = letter (*++signature)) && l->class != CGO__JIT_OTHER && n < MOST_ARGS)
    {
      c->types[n++] = l->type;
      cgo__jit_arg (&args, l->class);
    }
  if (strcmp (signature, ")") != 0)
    return false;
  c->types[n] = &ffi_type_pointer;
  cgo__jit_arg (&args, CGO__JIT_INTEGER);
  c->target.bytes = args.bytes;
  return ffi_prep_cif (&c->in, FFI_DEFAULT_ABI, n, result->type, c->types) == FFI_OK
	 && ffi_prep_cif (&c->out, FFI_DEFAULT_ABI, n + 1, result->type, c->types) == FFI_OK;
}

/* ---- The call ---- */

/* On C's stack.  The closure may be gone when the second line has run: FN may free it.  */
static void
call (ffi_cif *cif, void *result, void **args, void *closure)
{
  struct closure *c = closure;
  void *all[MOST_ARGS + 1];
  memcpy (all, args, cif->nargs * sizeof *args);
  all[cif->nargs] = &c->data;
  ffi_call_go (&c->out, __cgo_closure_enter, result, all, &c->target);
}

EXPORT void *
cgo_closure_new (void *fn, void *data, const char *signature)
{
  void *code;
  if (!fn || !signature)
    {
      errno = EINVAL;
      return NULL;
    }
  struct closure *c = ffi_closure_alloc (sizeof *c, &code);
  if (!c)
    {
      errno = ENOMEM;
      return NULL;
    }
  c->target.fn = fn;
  c->data = data;
  c->code = code;
  int err = EINVAL;
  if (read_signature (c, signature)
      && ffi_prep_closure_loc (&c->ffi, &c->in, call, c, code) == FFI_OK)
    {
      pthread_mutex_lock (&lock);
      err = tsearch (&c->code, &closures, compare) ? 0 : ENOMEM;
      pthread_mutex_unlock (&lock);
    }
  if (err)
    {
      ffi_closure_free (c);
      errno = err;
      return NULL;
    }
  return code;
}

EXPORT int
cgo_closure_free (void *code)
{
  if (!code)
    return 0;
  pthread_mutex_lock (&lock);
  void *node = tfind (&code, &closures, compare), *key = NULL;
  if (node)
    {
      key = *(void **) node;
      tdelete (&code, &closures, compare);
    }
  pthread_mutex_unlock (&lock);
  if (!key)
    {
      errno = EINVAL;
      return -1;
    }
  ffi_closure_free ((char *) key - offsetof (struct closure, code));
  return 0;
}
