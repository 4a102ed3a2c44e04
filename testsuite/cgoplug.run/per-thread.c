/* What belongs to the thread must be that of the thread the goroutine is on, after it was
   moved to another in the middle of a function; GCC keeps all of these addresses, at one
   level or another, if nobody prevents it: of thread-locals in the dynamic models
   (pass-tls.cc), of errno, h_errno and the tables of isalpha and toupper, and the value of
   pthread_self (pass-const.cc).  Then a goroutine writes into what another thread is using.

   C has numbered the threads in their tables and thread-locals, and says what is right.

   { dg-options "-Wno-cgo-tls" }
   { dg-foreign "per-thread_c.c" }
   { dg-foreign-options "-fPIC" }
   { dg-levels "-O0 -O1 -O2 -O3 -Os {-O0 -fPIC} {-O1 -fPIC} {-O2 -fPIC} {-O3 -fPIC} {-Os -fPIC} {-O0 -fno-pie -no-pie} {-O1 -fno-pie -no-pie} {-O2 -fno-pie -no-pie} {-O3 -fno-pie -no-pie} {-Os -fno-pie -no-pie}" }  */

#define _GNU_SOURCE 1
#include <cgo.h>
#include "check.h"
#include "per-thread.h"
#include <ctype.h>
#include <errno.h>
#include <netdb.h>

struct thread c_thread (void) CGO_CALL_NONBLOCKING;

#define MODEL(name) __attribute__ ((__tls_model__ (name)))
extern __thread struct numbered general MODEL ("global-dynamic");
static __thread struct numbered local_dynamic MODEL ("local-dynamic");
extern __thread struct numbered initial MODEL ("initial-exec");
static __thread struct numbered local_exec MODEL ("local-exec");
extern __thread int implied;
static __thread int own;

static cgo_wg workers, others;
static _Atomic int running = 1, moved;

/* Holds a P, so that who comes back from C must look for another thread.  */
static void
busy (void)
{
  while (running)
    cgo_gosched ();
  cgo_wg_done (&others);
}

/* Comes back on another thread.  */
NOINLINE static void
move (void)
{
  int before = gettid ();
  for (int i = 0; gettid () == before; i++)
    {
      usleep (i % 50);
      cgo_gosched ();
    }
}

/* The thread's own, and if this is the first time here, marked as such.  */
#define CHECK_OWN(variable, number)					\
  do									\
    {									\
      CHECK ((variable) == 0 || (variable) == (number));		\
      (variable) = (number);						\
    }									\
  while (0)

/* In the caller, where GCC may keep what it likes from the last time.  */
static inline __attribute__ ((__always_inline__)) void
look (void)
{
  cgo_lock_os_thread ();
  struct thread t = c_thread ();
  int tid = gettid (), table = 0;
  CHECK_EQ (tid, t.tid);
  CHECK (pthread_self () == t.self);
  CHECK (&errno == t.error && &h_errno == t.resolver_error);
  CHECK (__ctype_b_loc () == t.classes && __ctype_toupper_loc () == t.upper);
  for (int i = 0; i < 16; i++)
    table |= (isalpha (i) != 0) << i;
  CHECK_EQ (table, t.number);
  CHECK_EQ ((*__ctype_toupper_loc ())[1], t.number);
  CHECK (&general == t.general && &initial == t.initial && &implied == t.implied);
  CHECK_EQ (general.number, t.number);
  CHECK_EQ (initial.number, t.number);
  CHECK_EQ (implied, t.number);
  CHECK_OWN (local_dynamic.number, t.number);
  CHECK_OWN (local_exec.number, t.number);
  CHECK_OWN (own, t.number);
  cgo_unlock_os_thread ();
}

static void
worker (int n)
{
  for (int i = 0; i < 8; i++)
    {
      errno = n * 100 + i;
      pthread_t before = pthread_self ();
      look ();
      CHECK_EQ (errno, n * 100 + i);
      move ();
      moved += pthread_self () != before;
      CHECK_EQ (errno, n * 100 + i);
      look ();
    }
  cgo_wg_done (&workers);
}

int
main (void)
{
  enum { WORKERS = 4 };
  cgo_wg_add (&workers, WORKERS);
  cgo_wg_add (&others, 2);
  for (int i = 0; i < 2; i++)
    CHECK_EQ (cgo_go (busy), 0);
  for (int i = 0; i < WORKERS; i++)
    CHECK_EQ (cgo_go (worker, i), 0);
  CHECK_EQ (cgo_wg_wait (&workers), 0);
  running = 0;
  CHECK_EQ (cgo_wg_wait (&others), 0);
  CHECK (moved >= WORKERS);
  return 0;
}
