/* segv-c_c.c - C that calls back, and C that faults.

   SPDX-License-Identifier: MIT  */

void c_fault (int *p);
void c_inner (void);
void c_calls (void (*fn) (void));

__attribute__ ((noinline, noclone)) void
c_fault (int *p)
{
  *(volatile int *) p = 1;
  __asm__ volatile ("");
}

__attribute__ ((noinline, noclone)) void
c_inner (void)
{
  c_fault ((int *) 16);
  __asm__ volatile ("");
}

__attribute__ ((noinline, noclone)) void
c_calls (void (*fn) (void))
{
  fn ();
  __asm__ volatile ("");
}
