/* Thread-locals of the dynamic models.  Without asking anew for each access GCC keeps the
   address that __tls_get_addr gave it, and after a migration that is another thread's.

   { dg-options "-fPIC -Wno-cgo-tls" }
   { dg-foreign "tls-dynamic_c.c" }
   { dg-foreign-options "-fPIC" }  */

#include <cgo.h>
#include "check.h"
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

struct four
{
  long a[4];
};

struct numbers
{
  int tid, count;
  char text[4000];
  struct four in;
};

extern __thread struct numbers there;		/* general-dynamic */
static __thread struct numbers here;		/* local-dynamic */
extern __thread int plain;
static cgo_wg wg;

NOINLINE static long
sum (struct four *in)
{
  return in->a[0] + in->a[1] + in->a[2] + in->a[3];
}

NOINLINE static int *
either (int first)
{
  return first ? &plain : &here.count;
}

/* For a moment the thread stays the same, and so must be the one whose data it is, wherever
   the address was last computed.  */
static void
worker (int n)
{
  for (int i = 0; i < 200; i++)
    {
      cgo_lock_os_thread ();
      int real = syscall (SYS_gettid);
      CHECK (there.tid == 0 || there.tid == real);
      CHECK (here.tid == there.tid && plain == real * (here.tid != 0));
      there.tid = here.tid = plain = real;
      here.in.a[i % 4] = i;
      there.in = (struct four) { { 1, 2, 3, i } };
      CHECK_EQ (there.in.a[3] + sum (&there.in), 6 + 2 * i);
      CHECK (*either (1) == real && either (0) == &here.count);
      memset (here.text, i, sizeof here.text);
      CHECK_EQ (here.text[i], (char) i);
      CHECK_EQ (here.in.a[i % 4], i);
      cgo_unlock_os_thread ();
      if ((n + i) % 10 == 0)
	usleep (50);
      else
	cgo_gosched ();
      plain += 0;
      here.count++;
    }
  cgo_wg_done (&wg);
}

int
main (void)
{
  cgo_wg_add (&wg, 8);
  for (int i = 0; i < 8; i++)
    CHECK_EQ (cgo_go (worker, i), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
