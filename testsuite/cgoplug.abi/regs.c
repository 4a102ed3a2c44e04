/* Without this -fipa-ra, which lets a caller keep values in any register that the
   callee's own instructions leave alone, silently corrupts them: a crossing, a
   foreign call and a callback change r10 and r11 and what the function returns
   in, nothing else; and the function sees all argument registers as passed.

   { dg-env "CGODEBUG=segment=65536" }  */

#include "hand.h"
#include <string.h>

/* rax rbx rcx rdx rsi rdi rbp r8 r9 r12 r13 r14 r15, then xmm0-15.  */
struct regs { unsigned long r[13]; unsigned long x[16][2]; };
struct regs want, seen, after;

#define GENERAL "rax, rbx, rcx, rdx, rsi, rdi, rbp, r8, r9, r12, r13, r14, r15"
#define VECTOR "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15"

__asm__ (
  "	.macro STORE_REGS to\n"
  "	off = 0\n"
  "	.irp r, " GENERAL "\n"
  "	movq %\\r, \\to+off(%rip)\n"
  "	off = off + 8\n"
  "	.endr\n"
  "	.irp i, " VECTOR "\n"
  "	movups %xmm\\i, \\to+off(%rip)\n"
  "	off = off + 16\n"
  "	.endr\n"
  "	.endm\n"
  "	.macro LOAD_REGS from\n"
  "	off = 0\n"
  "	.irp r, " GENERAL "\n"
  "	movq \\from+off(%rip), %\\r\n"
  "	off = off + 8\n"
  "	.endr\n"
  "	.irp i, " VECTOR "\n"
  "	movups \\from+off(%rip), %xmm\\i\n"
  "	off = off + 16\n"
  "	.endr\n"
  "	.endm\n");

/* What is called: notes what it sees.  */
HAND_FUNC ("look", "\tSTORE_REGS seen\n\tret\n");

/* void probe (void (*call) (void)): calls with the registers of `want'.  */
HAND_FUNC ("probe",
	   "	pushq %rbp\n	pushq %rbx\n	pushq %r12\n	pushq %r13\n"
	   "	pushq %r14\n	pushq %r15\n	pushq %rdi\n"
	   "	LOAD_REGS want\n"
	   "	call *(%rsp)\n"
	   "	STORE_REGS after\n"
	   "	popq %rdi\n	popq %r15\n	popq %r14\n	popq %r13\n"
	   "	popq %r12\n	popq %rbx\n	popq %rbp\n	ret\n");
void probe (void (*) (void));

HAND_MAIN;
HAND_SPLIT (crossing, look, 40000, 0, 0);
HAND_THUNK (by_default, look, 0, __cgo_asmcall);
HAND_THUNK (by_default0, look, 0, __cgo_asmcall0);
HAND_THUNK (by_default4, look, 32, __cgo_asmcall4);
HAND_THUNK (by_nb, look, 0, __cgo_asmcall_nb);
HAND_THUNK (by_nb0, look, 0, __cgo_asmcall_nb0);
HAND_THUNK (by_block, look, 0, __cgo_asmcall_block);
HAND_THUNK (by_pin, look, 0, __cgo_asmcall_pin);
HAND_EXPORT (entry, look, 0);
HAND_THUNK (t_probe_entry, probe_entry, 0, __cgo_asmcall);
void crossing (void), by_default (void), by_default0 (void), by_default4 (void),
  by_nb (void), by_nb0 (void), by_block (void),
  by_pin (void), entry (void), t_probe_entry (void);

/* On g0: C calls back.  */
void
probe_entry (void)
{
  probe (entry);
}

static void
check (const char *what)
{
  static const char arguments[13] = { [0] = 1, [2] = 1, [3] = 1, [4] = 1,
				      [5] = 1, [7] = 1, [8] = 1 };
  for (int i = 0; i < 13; i++)
    if ((arguments[i] && seen.r[i] != want.r[i]) || after.r[i] != want.r[i])
      {
	dprintf (2, "%s: general register %d: %#lx, then %#lx\n", what, i,
		 seen.r[i], after.r[i]);
	_exit (1);
      }
  if (memcmp (seen.x, want.x, sizeof want.x) != 0
      || memcmp (after.x, want.x, sizeof want.x) != 0)
    {
      dprintf (2, "%s: a vector register changed\n", what);
      _exit (1);
    }
  memset (&seen, 0, sizeof seen);
  memset (&after, 0, sizeof after);
}

int
hand_main (int argc, char **argv, char **envp)
{
  (void) argc, (void) argv, (void) envp;
  for (unsigned i = 0; i < sizeof want / 8; i++)
    ((unsigned long *) &want)[i] = 0x1111000000000000 + i * 0x100010001;
  for (int i = 0; i < 20; i++)
    {
      probe (crossing), check ("crossing");
      probe (by_default), check ("default");
      probe (by_default0), check ("default, no arguments");
      probe (by_default4), check ("default, some arguments");
      probe (by_nb), check ("nonblocking");
      probe (by_nb0), check ("nonblocking, no arguments");
      probe (by_block), check ("blocking");
      t_probe_entry (), check ("callback");
      cgo_gosched ();
    }
  probe (by_pin), check ("pin");
  return 0;
}
