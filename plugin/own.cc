/* own.cc - malloc and its like, called in place.

   glibc's malloc takes 344 bytes of stack at most, far less than is below the guard, and
   the way to g0 and back costs as much as many a malloc.  So a call of a function that
   libc.def calls OWN is that of a leaf, as long as the function is glibc's: a program, or a
   library loaded before libc, may have another, which takes what it likes.  Only the
   dynamic linker can tell, and does: the call goes to __cgo_own.malloc,

	movq  malloc@GOTPCREL(%rip), %rax
	cmpq  __libc_malloc@GOTPCREL(%rip), %rax
	je    1f
	leaq  __cgo_thunk.malloc.nb(%rip), %rax
     1: ret

   whose type is gnu_indirect_function: it runs once, when all else is relocated, and what
   it returns is what is called from then on.  (A variable that the runtime sets would do
   the same, and could be overwritten.)

   The linker makes a PLT entry for it, which -mcmodel=large does not reach: no calls in place
   there.

   A thunk is a place where a goroutine can be stopped after its 10 ms, a leaf is not.  So
   the call is that of the thunk where it stands in a loop that has no other call by which it
   could be stopped: such a loop may run for long.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#include "gcc-common.h"
#include "cgoplug.h"
#include "cgo/abi.h"

/* Calls of the function being compiled that may be in place, and the blocks that have a
   call by which it can be stopped.  */
static auto_vec<rtx_insn *> calls;
static bitmap stops;

void
cgo_own_begin (void)
{
  calls.truncate (0);
  stops = BITMAP_ALLOC (NULL);
}

void
cgo_own_call (rtx_insn *insn)
{
  calls.safe_push (insn);
}

void
cgo_own_stop (rtx_insn *insn)
{
  bitmap_set_bit (stops, BLOCK_FOR_INSN (insn)->index);
}

/* Whether there is a way from BB back to it past none of the blocks in `stops'.  */

static bool
endless_p (basic_block bb)
{
  if (bitmap_bit_p (stops, bb->index))
    return false;
  auto_bitmap seen;
  auto_vec<basic_block> todo;
  todo.safe_push (bb);
  while (!todo.is_empty ())
    {
      edge e;
      edge_iterator i;
      FOR_EACH_EDGE (e, i, todo.pop ()->succs)
	if (e->dest == bb)
	  return true;
	else if (!bitmap_bit_p (stops, e->dest->index)
		 && bitmap_set_bit (seen, e->dest->index))
	  todo.safe_push (e->dest);
    }
  return false;
}

void
cgo_own_end (void (*retarget) (rtx_insn *, bool))
{
  for (rtx_insn *insn : calls)
    retarget (insn, !endless_p (BLOCK_FOR_INSN (insn)));
  BITMAP_FREE (stops);
}
