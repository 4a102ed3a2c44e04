/* formula_parse.c - from text to a tree, and the value of one; see formula.c.

     choice   = compare [? choice : choice]
     compare  = sum [< sum]
     sum      = product {+ product | - product}
     product  = factor {* factor | / factor}
     factor   = number | x | - factor | ( choice ) | name ( choice )	name: f, sqrt, ...

   SPDX-License-Identifier: MIT  */

#include "formula.h"
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct function functions[] =
  { { "sqrt", sqrt }, { "sin", sin }, { "cos", cos }, { "exp", exp }, { "log", log } };

static struct formula *choice (const char **);

static struct formula *
make (enum op op, struct formula *a, struct formula *b, struct formula *c)
{
  int complete = (a || op <= X) && (b || op <= X || op >= SELF) && (c || op != CHOOSE);
  struct formula *f = complete ? calloc (1, sizeof *f) : NULL;
  if (f)
    *f = (struct formula) { .op = op, .part = { a, b, c } };
  else
    formula_free (a), formula_free (b), formula_free (c);
  return f;
}

void
formula_free (struct formula *f)
{
  if (!f)
    return;
  for (int i = 0; i < 3; i++)
    formula_free (f->part[i]);
  free (f);
}

static int
next_is (const char **s, char c)
{
  while (isspace ((unsigned char) **s))
    ++*s;
  return **s == c ? ++*s, 1 : 0;
}

/* After the opening parenthesis.  */
static struct formula *
inside (const char **s)
{
  struct formula *f = choice (s);
  if (f && next_is (s, ')'))
    return f;
  formula_free (f);
  return NULL;
}

static struct formula *
named (const char **s)
{
  const char *name = *s;
  const struct function *function = functions + sizeof functions / sizeof *functions;
  while (isalpha ((unsigned char) **s))
    ++*s;
  size_t n = *s - name;
  if (n == 1 && *name == 'x')
    return make (X, NULL, NULL, NULL);
  int self = n == 1 && *name == 'f';
  while (!self && function-- > functions)
    if (strlen (function->name) == n && strncmp (function->name, name, n) == 0)
      break;
  if ((!self && function < functions) || !next_is (s, '('))
    {
      *s = name;
      return NULL;
    }
  struct formula *f = make (self ? SELF : FUNCTION, inside (s), NULL, NULL);
  if (f && !self)
    f->function = function;
  return f;
}

static struct formula *
factor (const char **s)
{
  if (next_is (s, '('))
    return inside (s);
  if (next_is (s, '-'))
    return make (SUB, make (NUMBER, NULL, NULL, NULL), factor (s), NULL);
  if (!isdigit ((unsigned char) **s))
    return named (s);
  struct formula *f = make (NUMBER, NULL, NULL, NULL);
  char *end;
  double number = strtod (*s, &end);
  if (f)
    f->number = number;
  *s = end;
  return f;
}

/* Parts with operators between them: those of OPERATORS make OP and what follows that.  */
static struct formula *
chain (const char **s, struct formula *(*part) (const char **), const char *operators, enum op op)
{
  struct formula *f = part (s);
  for (;;)
    if (f && next_is (s, operators[0]))
      f = make (op, f, part (s), NULL);
    else if (f && next_is (s, operators[1]))
      f = make (op + 1, f, part (s), NULL);
    else
      return f;
}

static struct formula *
product (const char **s)
{
  return chain (s, factor, "*/", MUL);
}

static struct formula *
sum (const char **s)
{
  return chain (s, product, "+-", ADD);
}

static struct formula *
choice (const char **s)
{
  struct formula *f = sum (s), *yes;
  if (f && next_is (s, '<'))
    f = make (LESS, f, sum (s), NULL);
  if (!f || !next_is (s, '?'))
    return f;
  yes = choice (s);
  return make (CHOOSE, f, yes, yes && next_is (s, ':') ? choice (s) : NULL);
}

struct formula *
formula_parse (const char *text, const char **end)
{
  *end = text;
  struct formula *f = choice (end);
  if (f && !next_is (end, '\0'))
    {
      formula_free (f);
      return NULL;
    }
  return f;
}

double
formula_interpret (const struct formula *f, const struct formula *whole, double x)
{
#define PART(i) formula_interpret (f->part[i], whole, x)
  switch (f->op)
    {
    case NUMBER: return f->number;
    case X: return x;
    case ADD: return PART (0) + PART (1);
    case SUB: return PART (0) - PART (1);
    case MUL: return PART (0) * PART (1);
    case DIV: return PART (0) / PART (1);
    case LESS: return PART (0) < PART (1);
    case CHOOSE: return PART (0) != 0 ? PART (1) : PART (2);
    case SELF: return formula_interpret (whole, whole, PART (0));
    case FUNCTION: return f->function->code (PART (0));
    }
  return 0;
#undef PART
}
