/* What looks like a deadlock is none while a thread of C's runs that the runtime does
   not know: it is counted, also where /proc has much to say of the process (the
   supplementary groups need root; without, it is the plain case).  */

#include <cgo.h>
#include "check.h"
#include <grp.h>
#include <pthread.h>

enum { GROUPS = 600 };

static cgo_chan *c;

static void *
sends (void *arg)
{
  usleep (100000);
  while (cgo_chan_try_send (c, NULL) != 0)
    usleep (1000);
  return arg;
}

int
main (void)
{
  pthread_t t;
  gid_t groups[GROUPS];
  for (int i = 0; i < GROUPS; i++)
    groups[i] = 10000 + i;
  setgroups (GROUPS, groups);
  c = cgo_chan_make (0, 0);
  CHECK_EQ (pthread_create (&t, NULL, sends, NULL), 0);
  CHECK_EQ (cgo_chan_recv (c, NULL), 1);
  CHECK_EQ (pthread_join (t, NULL), 0);
  return 0;
}
