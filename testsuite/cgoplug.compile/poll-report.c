/* The report names each poll, at the end of its loop; a loop that is soon over has none.

   { dg-options "-O2 -fplugin-arg-cgoplug-preempt=loops -fplugin-arg-cgoplug-report=-" }  */

extern volatile int stop;

long
f (long *a, long n) /* { dg-warning "f: frame \[0-9\]+, no check: needs \[0-9\]+ of 640 bytes" } */
{
  long sum = 0;
  for (int i = 0; i < 10; i++)
    sum += a[i];
  while (!stop) /* { dg-warning "f: a poll in a loop" } */
    sum++;
  for (long i = 0; i < n; i++) /* { dg-warning "f: a poll in a loop" } */
    sum += a[i];
  return sum;
}
