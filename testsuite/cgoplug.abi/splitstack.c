/* The functions of libgcc's split stacks that a program can call: without them here libgcc's
   come in, which look at its own segments.  Each says what is true of a goroutine's stack,
   of C that it has called, and of a thread that has nothing to do with goroutines.

   { dg-env "CGODEBUG=segment=65536" }
   { dg-link "-fsplit-stack" }  */

#include "hand.h"
#include <pthread.h>
#include <stdint.h>
#include <string.h>

void *__splitstack_find (void *, void *, size_t *, void **, void **, void **);
void *__splitstack_find_context (void *[10], size_t *, void **, void **, void **);
void __splitstack_getcontext (void *[10]);
void __splitstack_setcontext (void *[10]);
void __splitstack_block_signals (int *, int *);
void __splitstack_block_signals_context (void *[10], int *, int *);
void *__morestack_get_guard (void);
void *__morestack_make_guard (void *, size_t);
void __morestack_block_signals (void);
void __morestack_unblock_signals (void);
void __morestack_load_mmap (void);
void __stack_split_initialize (void);

/* Each of these three is in one of libgcc's files, or needed by it.  */
extern char __generic_morestack[] __attribute__ ((weak));
extern char __generic_releasestack[] __attribute__ ((weak));
extern char __morestack_fail[] __attribute__ ((weak));

HAND_MAIN;
HAND_THUNK (call_c, on_c, 0, __cgo_asmcall);
HAND_SPLIT (deeper, deeper_body, 100000, 0, 0);
HAND_SPLIT (deepest, deepest_body, 1000000, 0, 0);
long call_c (char **), deeper (char **), deepest (char **);

enum { SYSTEM, THREAD, FIRST, SECOND, THIRD, PLACES };

/* The pieces of a stack, innermost first.  */
struct pieces
{
  int n;
  uintptr_t lo[8], hi[8];
};

static void
collect (struct pieces *p, void *context[10])
{
  void *segment = NULL, *sp = NULL, *initial = NULL, *piece;
  size_t len = 0;
  piece = context ? __splitstack_find_context (context, &len, &segment, &sp, &initial)
	  : __splitstack_find (NULL, NULL, &len, &segment, &sp, &initial);
  for (p->n = 0; piece; p->n++)
    {
      CHECK (p->n < 8);
      p->lo[p->n] = (uintptr_t) piece;
      p->hi[p->n] = (uintptr_t) piece + len;
      piece = __splitstack_find (segment, sp, &len, &segment, &sp, &initial);
    }
}

static void
has (struct pieces *p, int i, void *address)
{
  uintptr_t a = (uintptr_t) address;
  CHECK (i < p->n);
  CHECK (p->lo[i] <= a && a < p->hi[i]);
}

/* N pieces with these addresses, whichever way one asks.  */
static void
check (int n, char **at)
{
  struct pieces p;
  void *context[10];
  int old = 5, new = 1;
  collect (&p, NULL);
  CHECK_EQ (p.n, n);
  for (int i = 0; i < n; i++)
    has (&p, i, at[i]);
  __splitstack_getcontext (context);
  collect (&p, context);
  CHECK_EQ (p.n, n);
  for (int i = 0; i < n; i++)
    has (&p, i, at[i]);
  __splitstack_setcontext (context);
  __splitstack_block_signals (&new, NULL);
  __splitstack_block_signals (NULL, &old);
  CHECK_EQ (old, 0);
  old = 5;
  __splitstack_block_signals_context (context, &new, &old);
  CHECK_EQ (old, 0);
}

long
on_c (char **at)
{
  char here[100];
  at[SYSTEM] = here;
  memmove (at + 1, at + FIRST, 3 * sizeof *at);
  check (4, at);
  CHECK (!__morestack_get_guard ());
  return 1;
}

long
deepest_body (char **at)
{
  char here[100];
  char *mine[PLACES] = { NULL, NULL, here, at[1], at[0] };
  check (3, mine + FIRST);
  CHECK ((char *) __morestack_get_guard () < here);
  return call_c (mine);
}

long
deeper_body (char **at)
{
  char here[100];
  char *both[] = { at[0], here };
  return deepest (both) + 1;
}

static void *
thread (void *arg)
{
  char here[100];
  char *at[] = { here };
  check (1, at);
  CHECK (!__morestack_get_guard ());
  return arg;
}

int
hand_main (int argc, char **argv, char **envp)
{
  char here[100];
  char *at[] = { here };
  (void) argc, (void) argv, (void) envp;
  check (1, at);
  CHECK_EQ (deeper (at), 2);
  check (1, at);
  CHECK_EQ ((long) __morestack_make_guard ((void *) 100000, 40000), 60000 + CGO_SLACK);
  unsigned long guard = guard_slot ();
  __morestack_block_signals ();
  __morestack_unblock_signals ();
  __morestack_load_mmap ();
  __stack_split_initialize ();
  CHECK (guard == guard_slot ());
  CHECK (!__generic_morestack && !__generic_releasestack && !__morestack_fail);
  return 0;
}

/* Before there is a goroutine.  */
__attribute__ ((constructor)) static void
start (void)
{
  pthread_t t;
  CHECK_EQ (pthread_create (&t, NULL, thread, NULL), 0);
  CHECK_EQ (pthread_join (t, NULL), 0);
}
