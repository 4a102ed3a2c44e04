/* routes-go.h - the goroutine side of a program, in front of the routes in routes.c.

   SPDX-License-Identifier: MIT  */

#include <cgo.h>

struct row
{
  int id, route;
  void (*fn) (void);
  void *const *through;
};

static cgo_wg started, idle, pinning;
static volatile int going, current_id, stop, left;

/* eID has seen its arguments.  */
#define GONE								\
  if (going)								\
    cgo_wg_done (&started)
#define GOING								\
  going = 1;								\
  cgo_wg_add (&started, 1)
#define GO_WAIT								\
  cgo_wg_wait (&started);						\
  going = 0

NOINLINE static void call_c (void) { on_c (current_id); }
NOINLINE static void call_thread (void) { on_thread (current_id); }

/* Frames of two sizes, so that FN is called at any distance from the segment's end.  */

NOINLINE static int
at_depth (int n, const struct row *row)
{
  volatile char room[24];
  room[0] = 0;
  return (n < 2 ? probe (row->fn, 1) : at_depth (n - 2, row)) + room[0];
}

NOINLINE static int
at_odd_depth (int n, const struct row *row)
{
  volatile char room[40];
  room[0] = 0;
  return at_depth (n, row) + room[0];
}

static void
one (const struct row *row)
{
  int depth = attempt (row->id, row->route);
  if (row->through)
    through = *row->through;
  current_id = row->id;
  int bad = depth % 2 ? at_odd_depth (depth, row) : at_depth (depth, row);
  if (left)
    bad |= 1024, left = 0;
  finish (row->id, row->route, bad);
}

/* A goroutine that was pinned stays so.  */

static void
pinned (const struct row *row)
{
  one (row);
  cgo_wg_done (&pinning);
}

/* Takes the processor while another is in C, and looks whether that has left something in
   x87 registers.  */

static void
other (void)
{
  struct snapshot s;
  for (int i = 1; !stop; i++)
    {
      __asm__ volatile ("fnstenv %0\n\tfldcw %0" : "=m" (s.x87));
      if (s.x87.tag != 0xffff)
	left = 1;
      if (i % 64 == 0)
	cgo_sleep (CGO_MICROSECOND * 50);
      else
	cgo_gosched ();
    }
  cgo_wg_done (&idle);
}

static int
all_rows (const struct row *row, int argc, char **argv)
{
  int times = shapes_start (argc, argv);
  cgo_wg_add (&idle, 1);
  cgo_go (other);
  for (; row->fn; row++)
    for (int i = 0; i < times; i++)
      if (row->route == PIN)
	{
	  cgo_wg_add (&pinning, 1);
	  cgo_go (pinned, row);
	  cgo_wg_wait (&pinning);
	}
      else
	one (row);
  stop = 1;
  cgo_wg_wait (&idle);
  return shapes_end ();
}
