/* check.c - the C that all programs of the generator share: what is wrong when arguments
   and results arrive.

   One call is under way at any time, so what is known of it is in global variables, also
   where two threads take turns.  A callee only notes what is wrong, as it may run on a
   goroutine's stack; `finish' says it.  What the program is at stands in the file of its
   first argument, for when it crashes or hangs.

   Every signature that fails counts, the first ones are printed: the C, the seed, the
   routes.  If even PLAIN fails, on the C side, it is gcc's business, and the signature does
   not count.

   SPDX-License-Identifier: MIT  */

#include "shapes.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define CONTROL 0xffc0		/* MXCSR without its flags */
#define DEFAULT_MXCSR 0x1f80
#define DEFAULT_CW 0x37f
#define DIRECTION 0x400

enum { MOST_PRINTED = 3, MOST_DEPTH = 100 };

static const struct { const char *name, *text; } route_names[] =
{
#undef ROUTE
#define ROUTE(name, text) { #name, text },
#include "routes.def"
};

char result[8192] __attribute__ ((aligned (4096)));
int damage;
void *volatile through;
struct snapshot snapshot;
unsigned want_control[2] = { DEFAULT_MXCSR, DEFAULT_CW };

static int expected_al[1000];
static int ran, c_bad;
static int failed, failed_id = -1, attempts, unsound, unsound_id = -1;
static char at_nothing[256], *at = at_nothing;
static int current_id, current_route;

/* The first thing that was wrong with a call; printed by finish.  */
static struct { const char *what; int arg; long byte, is, should; } wrong;

static void
note (const char *what, int arg, long byte, long is, long should)
{
  if (wrong.what)
    return;
  wrong.arg = arg;
  wrong.byte = byte;
  wrong.is = is;
  wrong.should = should;
  wrong.what = what;
}

/* ---- What a callee sees ---- */

static int
wants_guard (void)
{
  return current_route == LEAF || current_route >= SPLIT;
}

void
begin (int id)
{
  ran++;
  if (id != current_id)
    note ("another function was called", 0, 0, id, current_id);
  if (snapshot.rsp % 16 != 8)
    note ("the stack pointer's alignment", 0, 0, snapshot.rsp % 16, 8);
  if (snapshot.flags & DIRECTION)
    note ("the direction flag", 0, 0, 1, 0);
  if (snapshot.x87.tag != 0xffff)
    note ("x87 registers in use (tag word)", 0, 0, snapshot.x87.tag, 0xffff);
  /* Those of who called, or started the goroutine.  */
  if ((snapshot.mxcsr & CONTROL) != want_control[0])
    note ("MXCSR", 0, 0, snapshot.mxcsr & CONTROL, want_control[0]);
  if (snapshot.x87.cw != want_control[1])
    note ("the x87 control word", 0, 0, snapshot.x87.cw, want_control[1]);
  if (!snapshot.guard != !wants_guard ())
    note ("the guard slot", 0, 0, snapshot.guard, wants_guard ());
  if (!signatures[id].variadic || snapshot.rax == -1UL)
    return;
  int al = snapshot.rax & 0xff;
  if (current_route == PLAIN)
    expected_al[id] = al;
  else if (al != expected_al[id])
    note ("al, the number of vector registers", 0, 0, al, expected_al[id]);
}

static void
compare (const char *what, int id, int i, const void *q)
{
  const unsigned char *p = q, *w = wanted[id][i], *m = masks[id][i];
  for (unsigned k = 0; k < signatures[id].args[i]->size; k++)
    if ((p[k] ^ w[k]) & m[k])
      {
	note (what, i, k, p[k], w[k]);
	return;
      }
}

void
see (int id, int i, void *p)
{
  const struct type_entry *t = signatures[id].args[i];
  /* Nothing has no place: size 0.  */
  if (t->size && (uintptr_t) p % t->align != 0)
    note ("the alignment of an argument", i, 0, (uintptr_t) p % t->align, 0);
  compare ("an argument", id, i, p);
  memset (p, 0x5a, t->size);
}

/* ---- Around a call ---- */

int
attempt (int id, int route)
{
  current_id = id;
  current_route = route;
  ran = c_bad = damage = 0;
  wrong.what = NULL;
  memset (result, 0xa5, sizeof result);
  memset (at, 0, sizeof at_nothing);
  snprintf (at, sizeof at_nothing, "seed %lu, %s (%s)\n", signatures[id].seed,
	    route_names[route].name, route_names[route].text);
  return chance () % MOST_DEPTH;
}

/* ALONE: gcc's business.  */

static void
print_failure (int id, int route, bool alone)
{
  const struct signature_entry *s = &signatures[id];
  bool first = id != failed_id && id != unsound_id;
  if (alone)
    unsound += first, unsound_id = id;
  else
    failed += first, failed_id = id;
  if (failed > MOST_PRINTED || (!alone && id == unsound_id))
    return;
  dprintf (1, "%s: seed %lu, %s (%s): %s", alone ? "not by gcc alone" : "FAIL",
	   s->seed, route_names[route].name, route_names[route].text, wrong.what);
  if (wrong.arg >= 0)
    dprintf (1, ", argument %d (from 0), byte %ld", wrong.arg, wrong.byte);
  dprintf (1, ": %#lx, not %#lx\n%s", wrong.is, wrong.should, first ? s->text : "");
}

void
finish (int id, int route, int bad)
{
  const struct signature_entry *s = &signatures[id];
  attempts++;
  if (ran != 1)
    note ("how often it was called", -1, 0, ran, 1);
  if (given[id] && route != GO)
    compare ("the result", id, s->nargs, result);
  for (int i = 0; i < s->nargs; i++)
    compare ("the caller's copy of an argument", id, i, value[id][i]);
  if (bad)
    note ("what the callee must preserve, goroutine side (bits, probe.c)", -1, 0, bad, 0);
  if (c_bad)
    note ("what the callee must preserve, C side (bits, probe.c)", -1, 0, c_bad, 0);
  if (damage)
    note ("1 words beside the arguments, 2 registers in use (bits)", -1, 0, damage, 0);
  if (wrong.what)
    print_failure (id, route, route == PLAIN && !bad);
}

void
on_c (int id)
{
  c_bad |= probe (c_calls[id], 2);
}

/* ---- A foreign thread ---- */

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static int thread_id = -1;

static void *
serve (void *unused)
{
  (void) unused;
  pthread_mutex_lock (&lock);
  for (;;)
    {
      while (thread_id < 0)
	pthread_cond_wait (&changed, &lock);
      on_c (thread_id);
      thread_id = -1;
      pthread_cond_broadcast (&changed);
    }
  return NULL;
}

void
on_thread (int id)
{
  static pthread_t thread;
  if (!thread && pthread_create (&thread, NULL, serve, NULL) != 0)
    abort ();
  pthread_mutex_lock (&lock);
  thread_id = id;
  pthread_cond_broadcast (&changed);
  while (thread_id >= 0)
    pthread_cond_wait (&changed, &lock);
  pthread_mutex_unlock (&lock);
}

/* ---- Beginning and end ---- */

int
shapes_start (int argc, char **argv)
{
  if (argc > 1)
    {
      int fd = open (argv[1], O_RDWR | O_CREAT | O_TRUNC, 0666);
      if (fd < 0 || ftruncate (fd, sizeof at_nothing) != 0)
	abort ();
      at = mmap (NULL, sizeof at_nothing, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
      if (at == MAP_FAILED)
	abort ();
      close (fd);
    }
  for (int i = 0; i < nsignatures; i++)
    make_values (i);
  return argc > 2 ? atoi (argv[2]) : 2;
}

int
shapes_end (void)
{
  printf ("%d signatures, %d failed, %d not by gcc alone, %d calls\n", nsignatures, failed,
	  unsound, attempts);
  return failed > 0 || unsound == nsignatures;
}
