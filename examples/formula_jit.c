/* formula_jit.c - a formula becomes the goroutine function `double f (double)'; see formula.c.

   SPDX-License-Identifier: MIT  */

#include <cgo.h>
#include <cgo/jit.h>
#include <stdlib.h>
#include <string.h>
#include "formula.h"

struct compiler
{
  gcc_jit_context *ctxt;
  gcc_jit_type *type;		/* double */
  gcc_jit_function *self;
  gcc_jit_block *block;		/* where code is added */
};

static gcc_jit_rvalue *generate (struct compiler *, const struct formula *);

static gcc_jit_rvalue *
generate_less (struct compiler *c, const struct formula *f)
{
  gcc_jit_rvalue *a = generate (c, f->part[0]), *b = generate (c, f->part[1]);
  return gcc_jit_context_new_comparison (c->ctxt, NULL, GCC_JIT_COMPARISON_LT, a, b);
}

/* Whether F is not 0.  */
static gcc_jit_rvalue *
generate_truth (struct compiler *c, const struct formula *f)
{
  if (f->op == LESS)
    return generate_less (c, f);
  return gcc_jit_context_new_comparison (c->ctxt, NULL, GCC_JIT_COMPARISON_NE, generate (c, f),
					 gcc_jit_context_zero (c->ctxt, c->type));
}

/* Either part, and no more: they may call f.  */
static gcc_jit_rvalue *
generate_choice (struct compiler *c, const struct formula *f)
{
  gcc_jit_lvalue *value = gcc_jit_function_new_local (c->self, NULL, c->type, "value");
  gcc_jit_block *after = gcc_jit_function_new_block (c->self, NULL), *part[2];
  gcc_jit_rvalue *is = generate_truth (c, f->part[0]);
  for (int i = 0; i < 2; i++)
    part[i] = gcc_jit_function_new_block (c->self, NULL);
  gcc_jit_block_end_with_conditional (c->block, NULL, is, part[0], part[1]);
  for (int i = 0; i < 2; i++)
    {
      c->block = part[i];
      gcc_jit_rvalue *v = generate (c, f->part[i + 1]);
      gcc_jit_block_add_assignment (c->block, NULL, value, v);
      gcc_jit_block_end_with_jump (c->block, NULL, after);
    }
  c->block = after;
  return gcc_jit_lvalue_as_rvalue (value);
}

/* f, or a function of libm's, which is C that needs little stack: called in place.  */
static gcc_jit_rvalue *
generate_call (struct compiler *c, const struct formula *f)
{
  gcc_jit_function *fn = c->self;
  gcc_jit_rvalue *arg = generate (c, f->part[0]);
  if (f->op == FUNCTION)
    {
      gcc_jit_param *p = gcc_jit_context_new_param (c->ctxt, NULL, c->type, "x");
      fn = cgo_jit_import (c->ctxt, NULL, CGO_JIT_LEAF, c->type, f->function->name, 1, &p, 0,
			   NULL);
    }
  /* A value of its own, so that calls keep their order.  */
  gcc_jit_lvalue *value = gcc_jit_function_new_local (c->self, NULL, c->type, "result");
  gcc_jit_block_add_assignment (c->block, NULL, value,
				gcc_jit_context_new_call (c->ctxt, NULL, fn, 1, &arg));
  return gcc_jit_lvalue_as_rvalue (value);
}

static gcc_jit_rvalue *
generate (struct compiler *c, const struct formula *f)
{
  gcc_jit_rvalue *a, *b;
  switch (f->op)
    {
    case NUMBER:
      return gcc_jit_context_new_rvalue_from_double (c->ctxt, c->type, f->number);
    case X:
      return gcc_jit_param_as_rvalue (gcc_jit_function_get_param (c->self, 0));
    case CHOOSE:
      return generate_choice (c, f);
    case SELF: case FUNCTION:
      return generate_call (c, f);
    case LESS:			/* no cast leads from bool to double */
      a = gcc_jit_context_new_cast (c->ctxt, NULL, generate_less (c, f),
				    gcc_jit_context_get_type (c->ctxt, GCC_JIT_TYPE_INT));
      return gcc_jit_context_new_cast (c->ctxt, NULL, a, c->type);
    default:
      a = generate (c, f->part[0]);
      b = generate (c, f->part[1]);
      return gcc_jit_context_new_binary_op
	(c->ctxt, NULL, f->op == ADD ? GCC_JIT_BINARY_OP_PLUS
	 : f->op == SUB ? GCC_JIT_BINARY_OP_MINUS
	 : f->op == MUL ? GCC_JIT_BINARY_OP_MULT : GCC_JIT_BINARY_OP_DIVIDE, c->type, a, b);
    }
}

gcc_jit_result *
formula_compile (const struct formula *f, int level, char **error)
{
  struct compiler c = { .ctxt = cgo_jit_context_acquire () };
  gcc_jit_context_set_int_option (c.ctxt, GCC_JIT_INT_OPTION_OPTIMIZATION_LEVEL, level);
  c.type = gcc_jit_context_get_type (c.ctxt, GCC_JIT_TYPE_DOUBLE);
  gcc_jit_param *x = gcc_jit_context_new_param (c.ctxt, NULL, c.type, "x");
  c.self = gcc_jit_context_new_function (c.ctxt, NULL, GCC_JIT_FUNCTION_EXPORTED, c.type, "f",
					 1, &x, 0);
  c.block = gcc_jit_function_new_block (c.self, NULL);
  gcc_jit_rvalue *value = generate (&c, f);
  gcc_jit_block_end_with_return (c.block, NULL, value);
  cgo_jit_export (c.ctxt, c.self);
  gcc_jit_result *result = gcc_jit_context_compile (c.ctxt);
  *error = result ? NULL : strdup (gcc_jit_context_get_first_error (c.ctxt));
  gcc_jit_context_release (c.ctxt);
  return result;
}
