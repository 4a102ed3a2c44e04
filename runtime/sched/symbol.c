/* symbol.c - names and lines for tracebacks, by libbacktrace.

   libbacktrace is made for this: it maps what it needs and neither calls malloc nor
   waits for a lock, so it may be asked on a signal stack, in the middle of
   anything.  Its state is made when the first name is wanted and reads the files
   then; a program that never fails pays nothing.  Without debug information there
   is the symbol table, then the dynamic one, then the bare address.

   Threads pass each other what was read by atomics, here as in libbacktrace, so that nobody waits.
   In a program with -fsanitize=thread its library sees neither, but the memory: in mmap, and in
   the functions of <string.h>.  It is told not to look.

   Names are those of the source.  The plugin's suffix (cgo/abi.h), and what the
   compiler adds to clones, goes; files below the current directory are shown as
   relative names.

   SPDX-License-Identifier: MIT  */

#include "sched/symbol.h"
#include "base/base.h"
#include "base/format.h"
#include "base/sys.h"
#include "base/tools.h"

#include <backtrace.h>
#include <dlfcn.h>
#include <limits.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/mman.h>

static void
on_error (void *data, const char *message, int err)
{
  (void) data;
  (void) message;
  (void) err;
}

static struct backtrace_state *
state (void)
{
  static _Atomic (struct backtrace_state *) made;
  /* Acquire, release: the reader sees the state's contents.  Two threads may both
     make one; that costs memory only.  */
  struct backtrace_state *s = atomic_load_explicit (&made,
						    memory_order_acquire);
  if (!s)
    {
      s = backtrace_create_state (NULL, 1, on_error, NULL);
      atomic_store_explicit (&made, s, memory_order_release);
    }
  return s;
}

/* ---- Names ---- */

/* Whether compilers, ours among them, put what follows a dot behind a function's name: REST to
   the next dot.  */
static bool
added (const char *rest)
{
  size_t len = strcspn (rest, ".");
  static const char *const suffixes[] = {
    "cgo", "cold", "constprop", "isra", "localalias", "lto_priv", "part"
  };
  if (len && strspn (rest, "0123456789") == len)
    return true;
  for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
    if (strlen (suffixes[i]) == len && strncmp (rest, suffixes[i], len) == 0)
      return true;
  return false;
}

/* `main.cgo' is main, `walk.constprop.0' is walk; `go.area' is what the user has called it.  */
static int
source_length (const char *name)
{
  const char *end = name;
  while (*end && !(*end == '.' && end != name && added (end + 1)))
    end++;
  return end - name;
}

static const char *
last_component (const char *file)
{
  const char *slash = strrchr (file, '/');
  return slash ? slash + 1 : file;
}

/* The current directory when the first line was wanted; empty if it is not to be had, null without
   memory.  */
static const char *
directory (void)
{
  static _Atomic (const char *) made;
  /* Acquire: pairs with the release of who made it.  */
  const char *seen = atomic_load_explicit (&made, memory_order_acquire);
  if (seen)
    return seen;
  char *mine = cgo__sys_map (PATH_MAX, PROT_READ | PROT_WRITE, 0);
  if (!mine)
    return NULL;
  cgo__syscall (SYS_getcwd, (long) mine, PATH_MAX, 0, 0, 0, 0);
  /* Release: who finds it sees what it says.  The first is everybody's.  */
  if (atomic_compare_exchange_strong_explicit (&made, &seen, mine, memory_order_release,
					       memory_order_acquire))
    return mine;
  cgo__sys_munmap (mine, PATH_MAX);
  return seen;
}

/* FILE relative to the current directory if it is below.  */
static const char *
relative (const char *file)
{
  const char *cwd = directory ();
  size_t n = cwd ? strlen (cwd) : 0;
  if (n && strncmp (file, cwd, n) == 0 && file[n] == '/')
    return file + n + 1;
  return file;
}

/* ---- One address, one or more functions ---- */

struct lookup
{
  void (*fn) (struct lookup *, const char *function, const char *file,
	      int line);
  uintptr_t pc;
  char *buf;
  size_t size;
  bool done;
};

static int
on_line (void *data, uintptr_t pc, const char *file, int line,
	 const char *function)
{
  struct lookup *l = data;
  (void) pc;
  if (!function)
    return 0;
  l->fn (l, function, file, line);
  l->done = true;
  return 0;
}

static void
on_symbol (void *data, uintptr_t pc, const char *name, uintptr_t value,
	   uintptr_t size)
{
  struct lookup *l = data;
  (void) pc;
  (void) value;
  (void) size;
  if (!name)
    return;
  l->fn (l, name, NULL, 0);
  l->done = true;
}

static void
look_up (struct lookup *l)
{
  Dl_info info;
  cgo__tsan_ignore_begin ();
  struct backtrace_state *s = state ();
  if (s)
    backtrace_pcinfo (s, l->pc, on_line, on_error, l);
  if (s && !l->done)
    backtrace_syminfo (s, l->pc, on_symbol, on_error, l);
  if (!l->done && dladdr ((void *) l->pc, &info) && info.dli_sname)
    on_symbol (l, l->pc, info.dli_sname, 0, 0);
  if (!l->done)
    l->fn (l, NULL, NULL, 0);
  cgo__tsan_ignore_end ();
}

/* The innermost comes first.  */
static void
place (struct lookup *l, const char *function, const char *file, int line)
{
  Dl_info info;
  char address[32];
  if (l->done)
    return;
  cgo__format (address, sizeof address, "0x%lx", (unsigned long) l->pc);
  if (!function)
    function = address;
  int n = source_length (function);
  if (file)
    cgo__format (l->buf, l->size, "%.*s at %s:%d", n, function, relative (file), line);
  else if (dladdr ((void *) l->pc, &info) && info.dli_fname)
    cgo__format (l->buf, l->size, "%.*s in %s", n, function,
		 last_component (info.dli_fname));
  else
    cgo__format (l->buf, l->size, "%.*s", n, function);
}

const char *
cgo__symbol_place (uintptr_t pc, char *buf, size_t size)
{
  struct lookup l = { .fn = place, .pc = pc, .buf = buf, .size = size };
  look_up (&l);
  return buf;
}

static void
print (struct lookup *l, const char *function, const char *file, int line)
{
  char buf[1024];
  struct lookup one = { .pc = l->pc, .buf = buf, .size = sizeof buf };
  place (&one, function, file, line);
  cgo__print ("\t%s\n", buf);
}

void
cgo__symbol_print (uintptr_t pc)
{
  struct lookup l = { .fn = print, .pc = pc };
  look_up (&l);
}

static void
copy_name (struct lookup *l, const char *function, const char *file, int line)
{
  (void) file;
  (void) line;
  if (l->done)
    return;
  if (function)
    cgo__format (l->buf, l->size, "%.*s", source_length (function), function);
  else
    cgo__format (l->buf, l->size, "0x%lx", (unsigned long) l->pc);
}

const char *
cgo__symbol_name (uintptr_t pc, char *buf, size_t size)
{
  struct lookup l = { .fn = copy_name, .pc = pc, .buf = buf, .size = size };
  look_up (&l);
  return buf;
}

static void
copy_raw (void *data, uintptr_t pc, const char *name, uintptr_t value, uintptr_t size)
{
  struct lookup *l = data;
  (void) pc, (void) value, (void) size;
  if (!name)
    return;
  cgo__format (l->buf, l->size, "%s", name);
  l->done = true;
}

bool
cgo__symbol_raw (uintptr_t pc, char *buf, size_t size)
{
  struct lookup l = { .buf = buf, .size = size };
  cgo__tsan_ignore_begin ();
  struct backtrace_state *s = state ();
  if (s)
    backtrace_syminfo (s, pc, copy_raw, on_error, &l);
  cgo__tsan_ignore_end ();
  return l.done;
}

/* ---- Whose function it is ---- */

/* Whether PC is in libcgo's own shared object.  In a static program that object
   is the program, and the names alone must do.  */
static bool
in_libcgo (uintptr_t pc)
{
  Dl_info own, other;
  if (!dladdr ((void *) cgo__symbol_kind, &own)
      || !dladdr ((void *) getauxval (AT_PHDR), &other)
      || own.dli_fbase == other.dli_fbase)
    return false;
  return dladdr ((void *) pc, &other) && own.dli_fbase == other.dli_fbase;
}

static bool
starts (const char *name, const char *with)
{
  return strncmp (name, with, strlen (with)) == 0;
}

static enum cgo__symbol_kind
kind_of_name (const char *name)
{
  /* These call the program's code.  */
  if (starts (name, "cgo__gostart") || starts (name, "cgo__main_exit")
      || starts (name, "cgo__sigtramp"))
    return CGO__SYMBOL_RUNTIME;
  if (starts (name, "cgo__"))
    return CGO__SYMBOL_ENTRY;
  if (starts (name, "__cgo_") || starts (name, "__morestack"))
    return CGO__SYMBOL_RUNTIME;
  return CGO__SYMBOL_USER;
}

static void
find_kind (void *data, uintptr_t pc, const char *name, uintptr_t value,
	   uintptr_t size)
{
  (void) pc;
  (void) value;
  (void) size;
  if (name)
    *(enum cgo__symbol_kind *) data = kind_of_name (name);
}

static enum cgo__symbol_kind
look_up_kind (uintptr_t pc)
{
  enum cgo__symbol_kind kind = CGO__SYMBOL_USER;
  cgo__tsan_ignore_begin ();
  struct backtrace_state *s = state ();
  if (s)
    backtrace_syminfo (s, pc, find_kind, on_error, &kind);
  if (kind == CGO__SYMBOL_USER && in_libcgo (pc))
    kind = CGO__SYMBOL_RUNTIME;
  cgo__tsan_ignore_end ();
  return kind;
}

/* A deep recursion asks for few different addresses, but often.  An address and its kind are one
   word, as several threads may ask, and a handler on one that does; the highest bits are no part
   of an address.  Relaxed: nothing else is passed on with it.  */
enum cgo__symbol_kind
cgo__symbol_kind (uintptr_t pc)
{
  enum { BITS = 2, MASK = (1 << BITS) - 1 };
  static _Atomic uintptr_t cache[64];
  _Atomic uintptr_t *at = &cache[(pc ^ pc >> 6) % 64];
  uintptr_t known = atomic_load_explicit (at, memory_order_relaxed);
  if (known >> BITS == pc)
    return known & MASK;
  enum cgo__symbol_kind kind = look_up_kind (pc);
  atomic_store_explicit (at, pc << BITS | kind, memory_order_relaxed);
  return kind;
}
