/* A goroutine locks itself to a thread to change it: its name here, a name space or its
   privileges in real life.  When it ends without unlocking, the thread must end too, or
   whatever runs there next has the change; and threads that the runtime needs meanwhile must
   not inherit it.

   { dg-timeout 60 }  */

#include <cgo.h>
#include "check.h"
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { BLOCKED = 12 };

static cgo_wg wg = CGO_WG_INIT, locked_wg = CGO_WG_INIT;
static int tid;

static void
block (void)
{
  usleep (30000);
  char name[16];
  prctl (PR_GET_NAME, name);
  CHECK (strcmp (name, "changed") != 0);
  cgo_wg_done (&wg);
}

static void
change (void)
{
  cgo_lock_os_thread ();
  tid = syscall (SYS_gettid);
  CHECK_EQ (prctl (PR_SET_NAME, "changed"), 0);
  /* More threads are needed now, and this one is where they are asked for.  */
  for (int i = 0; i < BLOCKED; i++)
    CHECK_EQ (cgo_go (block), 0);
  for (int i = 0; i < 20; i++)
    usleep (3000);
  cgo_wg_done (&locked_wg);
}

static int
exists (int thread)
{
  return syscall (SYS_tgkill, getpid (), thread, 0) == 0;
}

int
main (void)
{
  for (int i = 0; i < 3; i++)
    {
      cgo_wg_add (&wg, BLOCKED);
      cgo_wg_add (&locked_wg, 1);
      CHECK_EQ (cgo_go (change), 0);
      cgo_wg_wait (&locked_wg);
      cgo_wg_wait (&wg);
      if (tid == getpid ())
	{
	  /* The initial thread cannot end; nothing runs there any more.  */
	  CHECK (exists (tid));
	  for (int k = 0; k < 100; k++)
	    {
	      CHECK (syscall (SYS_gettid) != tid);
	      cgo_gosched ();
	    }
	}
      for (int k = 0; tid != getpid () && k < 2000 && exists (tid); k++)
	cgo_sleep (CGO_MILLISECOND);
      CHECK (tid == getpid () || !exists (tid));
    }
  return 0;
}
