/* programs.c - four small programs for callgrind, which counts their
   instructions with the plugin and without: what stack checks cost where
   functions are small and calls are many.

     programs fib|ackermann|trees|queens N

   SPDX-License-Identifier: MIT  */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static long
fib (int n)
{
  return n < 2 ? n : fib (n - 1) + fib (n - 2);
}

static long
ackermann (long m, long n)
{
  if (m == 0)
    return n + 1;
  if (n == 0)
    return ackermann (m - 1, 1);
  return ackermann (m - 1, ackermann (m, n - 1));
}

struct tree
{
  struct tree *left, *right;
};

static struct tree *
tree_make (int depth)
{
  struct tree *t = malloc (sizeof *t);
  if (t == NULL)
    abort ();
  t->left = depth > 0 ? tree_make (depth - 1) : NULL;
  t->right = depth > 0 ? tree_make (depth - 1) : NULL;
  return t;
}

static long
tree_count (const struct tree *t)
{
  return t == NULL ? 0 : 1 + tree_count (t->left) + tree_count (t->right);
}

static void
tree_free (struct tree *t)
{
  if (t == NULL)
    return;
  tree_free (t->left);
  tree_free (t->right);
  free (t);
}

static long
trees (int depth)
{
  long sum = 0;
  for (int i = 0; i < 8; i++)
    {
      struct tree *t = tree_make (depth);
      sum += tree_count (t);
      tree_free (t);
    }
  return sum;
}

/* Columns and the two diagonals as bit sets; `free' is what is left of a row.  */
static long
queens (unsigned all, unsigned columns, unsigned up, unsigned down)
{
  long sum = 0;

  if (columns == all)
    return 1;
  for (unsigned free = all & ~(columns | up | down); free != 0;
       free &= free - 1)
    {
      unsigned bit = free & -free;
      sum += queens (all, columns | bit, (up | bit) << 1, (down | bit) >> 1);
    }
  return sum;
}

int
main (int argc, char **argv)
{
  int n = argc == 3 ? atoi (argv[2]) : 0;
  const char *what = argc == 3 ? argv[1] : "";
  long result;

  if (strcmp (what, "fib") == 0)
    result = fib (n);
  else if (strcmp (what, "ackermann") == 0)
    result = ackermann (2, n);
  else if (strcmp (what, "trees") == 0)
    result = trees (n);
  else if (strcmp (what, "queens") == 0)
    result = queens ((1u << n) - 1, 0, 0, 0);
  else
    {
      fprintf (stderr, "usage: %s fib|ackermann|trees|queens N\n", argv[0]);
      return 2;
    }
  printf ("%ld\n", result);
  return 0;
}
