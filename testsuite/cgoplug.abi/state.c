/* Without this the assembly and the structures disagree silently: the offsets of
   cgo/abi.h, read by hand on a running goroutine.

   { dg-env "CGODEBUG=segment=65536" }
   { dg-nostress "the guard is a marker there, not an address" }  */

#include "hand.h"

extern __thread struct { char *m; } __cgo_tls
  __attribute__ ((tls_model ("initial-exec")));

#define FIELD(type, base, offset) (*(type *) ((base) + (offset)))

HAND_MAIN;
HAND_THUNK (t_in_c, in_c, 0, __cgo_asmcall);
HAND_THUNK (t_in_nb, in_c, 0, __cgo_asmcall_nb);
void t_in_c (unsigned long *), t_in_nb (unsigned long *);

void
in_c (unsigned long *sys)
{
  char *m = __cgo_tls.m;
  *sys = FIELD (unsigned long, m, CGO_M_SYS);
  CHECK_EQ (FIELD (unsigned, m, CGO_M_API), 0);
  CHECK (FIELD (unsigned long, m, CGO_M_CALLSP)
	 < (unsigned long) FIELD (char *, FIELD (char *, m, CGO_M_CURG), CGO_G_SEG));
  CHECK ((unsigned long) __builtin_frame_address (0)
	 < FIELD (unsigned long, m, CGO_M_G0SP));
}

int
hand_main (int argc, char **argv, char **envp)
{
  char *m = __cgo_tls.m;
  char *g = FIELD (char *, m, CGO_M_CURG);
  char *seg = FIELD (char *, g, CGO_G_SEG);
  unsigned long here = (unsigned long) __builtin_frame_address (0), sys;
  (void) argc, (void) argv, (void) envp;

  CHECK_EQ (FIELD (unsigned long, m, CGO_M_G0SP) % 64, 0);
  CHECK_EQ (FIELD (unsigned long, m, CGO_M_SYS) % 2, 0);
  CHECK_EQ (FIELD (char *, m, CGO_M_CB), FIELD (char *, m, CGO_M_CBBASE));
  CHECK_EQ ((unsigned long) seg % 64, 0);
  CHECK_EQ (FIELD (unsigned long, seg, CGO_SEG_GUARD), guard_slot ());
  CHECK_EQ (FIELD (unsigned long, seg, CGO_SEG_LIMIT), guard_slot ());
  CHECK_EQ (FIELD (unsigned long, seg, CGO_SEG_LO) + CGO_SLACK, guard_slot ());
  CHECK_EQ (FIELD (unsigned long, seg, CGO_SEG_LO)
	    + FIELD (unsigned long, seg, CGO_SEG_SIZE) - CGO_SEG_HEADER,
	    (unsigned long) seg);
  CHECK_EQ (FIELD (unsigned, seg, CGO_SEG_DEPTH), 0);
  CHECK_EQ (FIELD (char *, seg, CGO_SEG_PREV), 0);
  CHECK (here < (unsigned long) seg && here > guard_slot ());
  t_in_c (&sys);
  CHECK_EQ (sys % 2, 1);
  t_in_nb (&sys);
  CHECK_EQ (sys % 2, 0);
  return 0;
}
