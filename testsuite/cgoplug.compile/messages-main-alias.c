/* main under a second name, which would not be the main goroutine.

   { dg-options "-O2" }  */

int
main (void)
{
  return 0;
}

int other_main (void) __attribute__ ((alias ("main"))); /* { dg-error "'other_main' is an alias of 'main', which becomes the main goroutine; alias a function that 'main' calls instead" } */
