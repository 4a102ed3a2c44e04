/* pass-const.cc - functions that return per-thread data are not const.

   glibc declares __errno_location and its like const: in a thread they always
   return the same address, so GCC calls them once and keeps the result across
   other calls.  A goroutine may wake up on another thread, and then the kept
   address is another thread's errno: silent corruption, which other libraries
   of user-level threads know well (GCC bug 26461).  In goroutine code the
   promise is taken back, and each use asks again.

   It is done when the declaration is read, before any tree has been folded or
   any statement built with it.  Redeclarations merge the old flags in, so that
   each one is looked at.  To see it work: gcc -O2 -S, and count the calls of
   __errno_location.

   What GCC does with __thread variables by itself is in pass-tls.cc.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"

/* By assembler name, sorted.  */
static const char *const per_thread[] =
{
  "__ctype_b_loc",
  "__ctype_tolower_loc",
  "__ctype_toupper_loc",
  "__errno_location",
  "__h_errno_location",
  "__res_state",
  "__rpc_thread_createerr",
  "__rpc_thread_svc_fdset",
  "__rpc_thread_svc_max_pollfd",
  "__rpc_thread_svc_pollfd",
  "__tls_get_addr",
  "gettid",
  "pthread_getspecific",
  "pthread_self",
  "sched_getcpu",
  "thrd_current",
  "tss_get"
};

static int
compare (const void *key, const void *row)
{
  return strcmp ((const char *) key, *(const char *const *) row);
}

bool
cgo_per_thread_p (const char *name)
{
  return bsearch (name, per_thread, ARRAY_SIZE (per_thread), sizeof *per_thread, compare);
}

void
cgo_const_decl (tree fndecl)
{
  if (!DECL_NAME (fndecl) || !TREE_PUBLIC (fndecl)
      || !(TREE_READONLY (fndecl) || DECL_PURE_P (fndecl)))
    return;
  const char *name = IDENTIFIER_POINTER (DECL_NAME (fndecl));
  if (!cgo_per_thread_p (name))
    return;
  TREE_READONLY (fndecl) = 0;
  DECL_PURE_P (fndecl) = 0;
  DECL_LOOPING_CONST_OR_PURE_P (fndecl) = 0;
  for (const char *attribute : { "const", "pure" })
    DECL_ATTRIBUTES (fndecl) = remove_attribute (attribute,
						 DECL_ATTRIBUTES (fndecl));
}
