/* A global variable in a register that foreign calls change.

   { dg-options "-O2 -w" }  */

register long counter __asm__ ("r11");
register long kept __asm__ ("r12");
int g (void);

int
f (void) /* { dg-error "stack checks and foreign calls change register 'r11'" } */
{
  kept++;
  return g () + counter;
}
