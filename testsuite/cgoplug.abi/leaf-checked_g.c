/* leaf-checked_g.c - the checking functions of -D_FORTIFY_SOURCE: when there is nothing wrong, and
   on their way to abort.

   SPDX-License-Identifier: MIT  */

#include "leaf.h"
#include "cgo/abi.h"
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

/* Two strings, and the size of the first as third or as fourth; or as third without a second
   string.  */
static const char checked_third[] = " __strcpy_chk __stpcpy_chk __strcat_chk __wcscpy_chk ",
  checked_fourth[] = " __memcpy_chk __memmove_chk __mempcpy_chk __memset_chk __strncpy_chk"
  " __stpncpy_chk __strncat_chk __wmemcpy_chk __wmemmove_chk __wmemset_chk __wcsncpy_chk ",
  checked_second[] = " __explicit_bzero_chk ";

/* ---- Nothing is wrong ---- */

static void
call_right (void *fn, const char *name, int n, int)
{
  int is_wide = name[2] == 'w';
  long to = (long) (is_wide ? (void *) wa : a), from = (long) (is_wide ? (void *) wb : b);
  if (listed (checked_third, name))
    call (fn, to, from, sizeof a, 0);
  else if (listed (checked_fourth, name))
    call (fn, to, from, n, sizeof a);
  else
    call (fn, to, n, sizeof a, 0);
}

/* ---- The ways to abort ---- */

static sigjmp_buf back;

/* A caller without a check has no room for a leaf of CGO_ELIDED, so that the function that
   calls one has all of the slack but its own frame; and nothing comes after.  */
static void
on_abort (int)
{
  long used = touched ();
  if (used > CGO_SLACK - CGO_SMALL_FRAME)
    most = used;
  siglongjmp (back, 1);
}

static void
catch_abort (void)
{
  static char stack[65536];
  stack_t alternate = { .ss_sp = stack, .ss_size = sizeof stack };
  struct sigaction action = { .sa_handler = on_abort, .sa_flags = SA_ONSTACK };
  CHECK_EQ (sigaltstack (&alternate, NULL), 0);
  CHECK_EQ (sigaction (SIGABRT, &action, NULL), 0);
  setenv ("LIBC_FATAL_STDERR_", "1", 1);
}

static void
call_wrong (void *fn, const char *name)
{
  int saved = dup (2), null = open ("/dev/null", O_WRONLY);
  volatile int came_back = 0;
  catch_abort ();
  fill (100, 0);
  dup2 (null, 2);
  if (!sigsetjmp (back, 1))
    {
      if (listed (checked_third, name))
	call (fn, (long) a, (long) b, 3, 0);
      else if (listed (checked_fourth, name))
	call (fn, (long) a, (long) b, 100, 3);
      else
	call (fn, (long) a, 100, 3, 0);
      came_back = 1;
    }
  dup2 (saved, 2);
  close (saved);
  close (null);
  if (came_back)
    dprintf (2, "%s does not abort\n", name);
}

int
leaf_checked (void *fn, const char *name)
{
  if (!listed (checked_third, name) && !listed (checked_fourth, name)
      && !listed (checked_second, name))
    return 0;
  each_string (fn, name, call_right);
  call_wrong (fn, name);
  return 1;
}
