/* formula.h - a formula as a tree; see formula.c.

   SPDX-License-Identifier: MIT  */

#ifndef FORMULA_H
#define FORMULA_H 1

enum op { NUMBER, X, ADD, SUB, MUL, DIV, LESS, CHOOSE, SELF, FUNCTION };

struct formula
{
  enum op op;
  double number;			/* NUMBER */
  struct formula *part[3];		/* what it is made of */
  const struct function *function;	/* FUNCTION */
};

/* A function of libm's.  */
struct function { const char *name; double (*code) (double); };

/* formula_parse.c: the formula TEXT, or null: *END is where it goes wrong.  */
struct formula *formula_parse (const char *text, const char **end);
void formula_free (struct formula *);

/* The value at X of F, which is part of WHOLE.  */
double formula_interpret (const struct formula *f, const struct formula *whole, double x);

/* formula_jit.c: compiles F; null, and *ERROR, malloc'ed, is the compiler's message.  */
struct gcc_jit_result *formula_compile (const struct formula *f, int level, char **error);

#endif
