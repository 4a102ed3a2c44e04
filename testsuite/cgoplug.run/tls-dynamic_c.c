/* The thread-locals of another unit.  */

__thread struct
{
  int tid, count;
  char text[4000];
  long a[4];
} there;
__thread int plain;
