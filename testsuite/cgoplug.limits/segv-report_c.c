/* Loses its frame pointer, on which the way to the caller depends, and faults.  */

void c_damage (void);

void
c_damage (void)
{
  __asm__ volatile ("movq $0x1234, %rbp\n\tmovl $0, 0");
}
