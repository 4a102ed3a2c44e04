/* A race between goroutines must be reported, and by the names of their functions: on one
   thread, too, where nothing but ThreadSanitizer's fibers can show it.  The argument says which.

   { dg-options "-fsanitize=thread" }
   { dg-foreign "thread-race_c.c" }
   { dg-foreign-options "-fsanitize=thread" }

   SPDX-License-Identifier: MIT  */

#include <cgo.h>
#include <string.h>
#include "check.h"

void race_in_c (int *) CGO_CALL;

static cgo_wg wg;
static cgo_chan *values;
static int plain, of_c, sent;

static NOINLINE void
race_plain (void)
{
  for (int i = 0; i < 100; i++)
    plain++;
  cgo_wg_done (&wg);
}

static void
race_named (void)
{
  cgo_goname ("adder");
  race_plain ();
}

/* Both call C, which does it.  */
static void
race_c (void)
{
  race_in_c (&of_c);
  cgo_wg_done (&wg);
}

/* What is sent may not be changed at the same time.  */
static void
race_value (int send)
{
  if (send)
    cgo_chan_send (values, &sent);
  else
    sent = 1;
  cgo_wg_done (&wg);
}

/* Two senders have no order by the channel.  */
static void
race_senders (int n)
{
  plain = n;
  cgo_chan_send (values, &n);
  cgo_wg_done (&wg);
}

/* One that ended is not before one that was not made by who knew; each locks, but something
   else.  */
static void
race_mutex (cgo_mutex *own)
{
  cgo_mutex_lock (own);
  plain++;
  cgo_mutex_unlock (own);
  cgo_wg_done (&wg);
}

int
main (int argc, char **argv)
{
  const char *which = argc > 1 ? argv[1] : "";
  cgo_mutex m[2] = { 0 };
  values = cgo_chan_make (sizeof (int), 4);
  cgo_wg_add (&wg, 2);
  for (int i = 0; i < 2; i++)
    if (!strcmp (which, "named"))
      cgo_go (race_named);
    else if (!strcmp (which, "c"))
      cgo_go (race_c);
    else if (!strcmp (which, "value"))
      cgo_go (race_value, i);
    else if (!strcmp (which, "senders"))
      cgo_go (race_senders, i);
    else if (!strcmp (which, "mutex"))
      cgo_go (race_mutex, &m[i]);
    else
      cgo_go (race_plain);
  cgo_wg_wait (&wg);
}
