/* Without a poll a loop that calls nothing is never stopped (preempt=loops); a poll in a loop
   that is soon over, or that can be stopped anyway, would only cost time.

   { dg-options "-O2 -fno-tree-vectorize -fplugin-arg-cgoplug-preempt=loops" }
   { dg-final { scan-function "endless" "cmpw\t.0, %fs:0x70.4\n\tjs\t(.LcgoP\[0-9\]+)\n(.|\n)*\n\\1:(.|\n)*__cgo_preempt@GOTPCREL(.|\n)*\\.cfi_endproc" } }
   { dg-final { scan-function-not "counted" "LcgoP" } }
   { dg-final { scan-function-not "square" "LcgoP" } }
   { dg-final { scan-function "many" "LcgoP" } }
   { dg-final { scan-function "outer" "LcgoP" } }
   { dg-final { scan-function-not "outer" "js\t.LcgoP(.|\n)*js\t.LcgoP" } }
   { dg-final { scan-function-not "calls_c" "LcgoP" } }
   { dg-final { scan-function "sometimes" "LcgoP" } }
   { dg-final { scan-function-not "checked_callee" "LcgoP" } }
   { dg-final { scan-function "small_callee" "LcgoP" } }
   { dg-final { scan-function "places" "js\t.LcgoP" } }
   { dg-final { scan-function-not "places" "__cgo_thunk.malloc" } }
   { dg-final { scan-function "red" "leaq\t-128\\(%rsp\\), %rsp\n\t.cfi_adjust_cfa_offset 128\n\tcall\t\\*__cgo_preempt" } }
   { dg-final { scan-function-not "endless" "leaq" } }
   { dg-final { scan-function-not "unchecked" "LcgoP" } }
   { dg-final { scan-function-not "in_c" "LcgoP" } }  */

#include <stdlib.h>

extern volatile int stop;
extern int c (int) __attribute__ ((cgo_call)), other (int);

void
endless (void)
{
  while (!stop)
    ;
}

long
counted (const long *a)
{
  long sum = 0;
  for (int i = 0; i < 200; i++)
    sum += a[i] * i;
  return sum;
}

long
square (const long (*a)[20])
{
  long sum = 0;
  for (int i = 0; i < 20; i++)
    for (int j = 0; j < 20; j++)
      sum += a[i][j] * j;
  return sum;
}

long
many (const long *a)
{
  long sum = 0;
  for (int i = 0; i < 100000; i++)
    sum += a[i] * i;
  return sum;
}

long
outer (const long (*a)[100], long n)
{
  long sum = 0;
  for (long i = 0; i < n; i++)
    for (int j = 0; j < 100; j++)
      sum += a[i][j] * j;
  return sum;
}

void
calls_c (int n)
{
  while (n)
    n = c (n);
}

void
sometimes (int n)
{
  for (; n; n--)
    if (stop)
      c (n);
}

__attribute__ ((noipa)) static void
checked (int n)
{
  volatile char room[1000];
  room[n] = 1;
}

void
checked_callee (int n)
{
  for (; n; n--)
    checked (n);
}

__attribute__ ((noipa)) static void
small (void)
{
}

void
small_callee (int n)
{
  for (; n; n--)
    small ();
}

/* In place now, as the loop can be stopped.  */
void *
places (int n)
{
  void **last = 0;
  while (n--)
    {
      void **p = malloc (8);
      *p = last;
      last = p;
    }
  return last;
}

int
red (int n)
{
  volatile int a[8];
  a[n] = 1;
  while (!stop)
    a[0]++;
  return a[n];
}

__attribute__ ((cgo_nosplit)) void
unchecked (void)
{
  while (!stop)
    ;
}

__attribute__ ((cgo_call)) void
in_c (void)
{
  while (!stop)
    ;
}
