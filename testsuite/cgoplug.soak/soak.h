/* soak.h - what the parts of the soak share.  */

#ifndef SOAK_H
#define SOAK_H 1

#include <cgo.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* One line of the watchdog's table: an actor says here that it lives.  */
struct actor
{
  const char *name;
  void (*run) (struct actor *);
  int copies;
  unsigned long done;		/* rounds, all copies together; atomic */
};

extern int64_t soak_end;	/* on cgo_now's clock */
extern cgo_wg soak_wg;		/* every goroutine there is */

/* False when it is time to end.  */
int soak_more (struct actor *);
/* One more goroutine, which says soak_done last.  */
void soak_go_add (void);
void soak_done (void);

/* For soak_below.  */
uint64_t soak_seed (struct actor *);

enum { MAXPROCS = 4 };		/* of actor_resize */

/* ---- soak-stack_g.c ---- */

void actor_compute (struct actor *);
void actor_grow (struct actor *);
void actor_allocate (struct actor *);
/* N + 1, of so many frames, which it has looked through.  */
unsigned soak_deep (unsigned n);

/* ---- soak-wait_g.c ---- */

void actor_send_all (struct actor *);
void actor_receive (struct actor *);
void actor_lock (struct actor *);
void actor_fan_out (struct actor *);
void actor_doze (struct actor *);
/* Before all, with the copies of actor_send_all; and when all are done.  */
void soak_wait_begin (int copies);
void soak_wait_end (void);

/* ---- soak-call_g.c ---- */

void actor_call (struct actor *);
void actor_call_pinned (struct actor *);
void actor_call_back (struct actor *);
void actor_threads (struct actor *);
void actor_jump_here (struct actor *);

/* ---- soak-process_g.c ---- */

void actor_signals (struct actor *);
void actor_spawn (struct actor *);
void actor_resize (struct actor *);
void actor_end (struct actor *);

/* ---- soak_g.cc ---- */

void actor_exceptions (struct actor *);

/* A number below N, from a generator of the caller's.  */
static inline unsigned
soak_below (uint64_t *state, unsigned n)
{
  *state = *state * 6364136223846793005u + 1442695040888963407u;
  return (*state >> 33) % n;
}

/* soak_c.c */
void soak_watch (struct actor *, int actors, int seconds) CGO_CALL;
long c_add (long, long) CGO_CALL;
CGO_CALL_NONBLOCKING long c_add_nonblocking (long, long);
long c_add_blocking (long, long) CGO_CALL_BLOCKING;
long c_add_leaf (long, long) CGO_CALL_LEAF (64);
long c_add_pin (long, long) CGO_CALL_PIN;
void c_pause (long us) CGO_CALL;
long c_back (int depth, int jump) CGO_CALL;
long c_thread_back (int threads, int calls) CGO_CALL;
void c_signals (int on) CGO_CALL;
unsigned long c_signals_seen (void) CGO_CALL;
int c_spawn (void) CGO_CALL;

#ifdef __cplusplus
}
#endif
#endif
