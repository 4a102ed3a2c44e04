/* Without calls in place malloc and free cost a fifth of a program that builds trees.  One in
   a loop that nothing else stops goes by the thunk, which looks for a preemption; so does an
   address, and what has no other name in glibc.

   { dg-options "-O2" }
   { dg-final { scan-function "tree" "(call|jmp)\t__cgo_own\\.malloc" } }
   { dg-final { scan-function-not "tree" "__cgo_thunk\\.malloc" } }
   { dg-final { scan-function "list" "__cgo_thunk\\.malloc\\.nb" } }
   { dg-final { scan-function-not "list" "__cgo_own" } }
   { dg-final { scan-function "stopped" "__cgo_own\\.free" } }
   { dg-final { scan-function "address" "__cgo_thunk\\.calloc\\.nb" } }
   { dg-final { scan-function "other" "__cgo_thunk\\.posix_memalign\\.nb" } }
   { dg-final { scan-function "__cgo_own.malloc" "__libc_malloc@GOTPCREL" } }  */

#include <stdlib.h>

struct node { struct node *left, *right; };

struct node *
tree (int depth)
{
  struct node *n = malloc (sizeof *n);
  n->left = depth ? tree (depth - 1) : 0;
  return n;
}

struct node *
list (int n)
{
  struct node *first = 0;
  while (n--)
    {
      struct node *node = malloc (sizeof *node);
      node->left = first;
      first = node;
    }
  return first;
}

void visit (struct node *);

void
stopped (struct node *n)
{
  for (struct node *next; n; n = next)
    {
      next = n->left;
      visit (n);
      free (n);
    }
}

void *(*address (void)) (size_t, size_t) { return calloc; }

int other (void **p) { return posix_memalign (p, 64, 64); }
