/* Without -fsplit-stack in its context, and without libcgo's __morestack for the code, a
   recursion of libgccjit's functions runs over the end of the goroutine's stack; its frames
   here are of 4 KB, too, with a goroutine function at the bottom that waits, and alloca.

   { dg-link "-lcgojit -lgccjit" }  */

#include "jit.h"

/* Called by each frame, with an array of it.  */
static long
touch (void *array, long n)
{
  *(volatile char *) array = 1;
  CHECK (guard_slot () != 0);
  if (n == 0)
    cgo_gosched ();
  return n;
}

/* long NAME (long n): long room[WORDS]; touch (room, n); n ? 1 + NAME (n - 1) : 0, or, if WORDS
   is 0, with room from alloca (3000).  */
static void
recursion (const char *name, int words)
{
  gcc_jit_function *fn = function (name, "l(l)");
  gcc_jit_block *block = gcc_jit_function_new_block (fn, NULL),
    *more = gcc_jit_function_new_block (fn, NULL), *end = gcc_jit_function_new_block (fn, NULL);
  gcc_jit_rvalue *n = param (fn, 0), *room, *bytes = gcc_jit_context_new_rvalue_from_int
    (ctxt, gcc_jit_context_get_type (ctxt, GCC_JIT_TYPE_SIZE_T), 3000);
  if (words)
    {
      gcc_jit_type *array = gcc_jit_context_new_array_type (ctxt, NULL, type ('l'), words);
      gcc_jit_lvalue *local = gcc_jit_function_new_local (fn, NULL, array, "room");
      room = gcc_jit_context_new_cast (ctxt, NULL, gcc_jit_lvalue_get_address (local, NULL),
				       type ('p'));
    }
  else
    room = call1 (gcc_jit_context_get_builtin_function (ctxt, "__builtin_alloca"), bytes);
  gcc_jit_block_add_eval (block, NULL, call_pointer ("l(pl)", touch,
						     (gcc_jit_rvalue *[]) { room, n }));
  gcc_jit_block_end_with_conditional (block, NULL, gcc_jit_context_new_comparison
				      (ctxt, NULL, GCC_JIT_COMPARISON_GT, n, number (0)),
				      more, end);
  gcc_jit_block_end_with_return (more, NULL, plus (number (1), call1 (fn, plus (n, number (-1)))));
  gcc_jit_block_end_with_return (end, NULL, number (0));
  CHECK_EQ (cgo_jit_export (ctxt, fn), 0);
}

static long (*small) (long), (*large) (long), (*blocks) (long);

static void
deep (long n, cgo_wg *wg)
{
  CHECK_EQ (small (n), n);
  CHECK_EQ (large (n / 10), n / 10);
  CHECK_EQ (blocks (n / 10), n / 10);
  if (wg)
    cgo_wg_done (wg);
}

int
main (void)
{
  for (int level = 0; level <= 3; level += 3)
    {
      cgo_wg wg = CGO_WG_INIT;
      start (level);
      recursion ("small", 10);
      recursion ("large", 512);
      recursion ("blocks", 0);
      gcc_jit_result *result = compile ();
      small = cgo_jit_result_get_code (result, "small");
      large = cgo_jit_result_get_code (result, "large");
      blocks = cgo_jit_result_get_code (result, "blocks");
      CHECK (small && large && blocks);
      deep (20000, NULL);
      cgo_wg_add (&wg, 20);
      for (int i = 0; i < 20; i++)
	CHECK_EQ (cgo_go (deep, 500, &wg), 0);
      cgo_wg_wait (&wg);
      gcc_jit_result_release (result);
    }
  return 0;
}
