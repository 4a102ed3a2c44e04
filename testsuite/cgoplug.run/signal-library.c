/* A library in C that a goroutine program opens installs a handler, in its constructor and when a
   goroutine asks it to.  It runs on the thread's signal stack, wherever on its own stack the
   goroutine is that it interrupts, on a thread of the runtime or of C.  Without the runtime's
   sigaction in front of libc's for libraries that come late, too, it would overrun goroutines.

   { dg-opens "signal-library_c.c" }
   { dg-link "-ldl" }  */

#include <cgo.h>
#include "check.h"
#include "traps.h"
#include <dlfcn.h>
#include <pthread.h>
#include <signal.h>

static void (*install) (int sig, int flags);
static int (*handled) (void), (*outside) (void);

static void
on_goroutine (cgo_wg *wg)
{
  int before = handled ();
  CHECK_EQ (traps (40), 40);
  CHECK_EQ (handled (), before + 40);
  CHECK_EQ (raise (SIGTRAP), 0);
  CHECK_EQ (handled (), before + 41);
  CHECK_EQ (outside (), 0);
  cgo_wg_done (wg);
}

CGO_EXPORT void *
on_thread (void *wg)
{
  cgo_wg_add (wg, 1);
  on_goroutine (wg);
  return NULL;
}

static void
everywhere (void)
{
  pthread_t t;
  cgo_wg wg = CGO_WG_INIT;
  cgo_wg_add (&wg, 1);
  CHECK_EQ (cgo_go (on_goroutine, &wg), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  CHECK_EQ (pthread_create (&t, NULL, on_thread, &wg), 0);
  CHECK_EQ (pthread_join (t, NULL), 0);
}

int
main (int argc, char **argv)
{
  CHECK_EQ (argc, 2);
  void *library = dlopen (argv[1], RTLD_NOW);
  if (!library)
    dprintf (2, "%s\n", dlerror ());
  CHECK (library != NULL);
  CHECK ((install = (void (*) (int, int)) dlsym (library, "install")) != NULL);
  CHECK ((handled = (int (*) (void)) dlsym (library, "handled")) != NULL);
  CHECK ((outside = (int (*) (void)) dlsym (library, "outside")) != NULL);
  everywhere ();
  install (SIGTRAP, SA_NODEFER);
  everywhere ();
  return 0;
}
