/* A handler of SIGSEGV that mends what was wrong, as a collector's barrier does: it is the
   program's own, in goroutine code, in C, in a callback and on a thread that the runtime has
   never seen; the runtime's report comes before none of them, and with SIG_DFL it is back.
   (Go's TestSignalForwarding, CgoSigfwd.)

   { dg-foreign "signal-forward_c.c" }  */

#define _GNU_SOURCE 1
#include <cgo.h>
#include "check.h"
#include <signal.h>
#include <string.h>
#include <sys/mman.h>

extern void c_write (volatile char *) CGO_CALL;
extern void c_back (volatile char *) CGO_CALL;
extern void c_thread (volatile char *) CGO_CALL;

enum { PAGE = 4096 };
static char *page;
static volatile int faults;

static void
mend (int sig, siginfo_t *info, void *context)
{
  CHECK (sig == SIGSEGV && context != NULL && info->si_addr == page);
  faults++;
  CHECK_EQ (mprotect (page, PAGE, PROT_READ | PROT_WRITE), 0);
}

static void
protect (void)
{
  CHECK_EQ (mprotect (page, PAGE, PROT_NONE), 0);
}

NOINLINE static void
g_write (volatile char *p)
{
  *p = 1;
}

CGO_EXPORT void
exported (volatile char *p)
{
  g_write (p);
}

static void
all (cgo_wg *wg)
{
  static void (*const ways[]) (volatile char *) = { g_write, c_write, c_back, c_thread };
  for (int i = 0; i < 40; i++)
    {
      protect ();
      ways[i % 4] (page);
      CHECK_EQ (faults, i + 1);
    }
  cgo_wg_done (wg);
}

int
main (void)
{
  struct sigaction a, old;
  memset (&a, 0, sizeof a);
  a.sa_sigaction = mend;
  a.sa_flags = SA_SIGINFO;
  CHECK_EQ (sigaction (SIGSEGV, &a, &old), 0);
  page = mmap (NULL, PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  CHECK (page != MAP_FAILED);
  cgo_wg wg;
  memset (&wg, 0, sizeof wg);
  cgo_wg_add (&wg, 1);
  CHECK_EQ (cgo_go (all, &wg), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  CHECK_EQ (sigaction (SIGSEGV, &old, NULL), 0);
  return 0;
}
