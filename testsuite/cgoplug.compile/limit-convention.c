/* Calling conventions that the check and __morestack do not know.

   { dg-options "-O2" }  */

int use (int *);

__attribute__ ((ms_abi)) int
f (int a, int b, int c, int d, int e) /* { dg-error "'f' has a calling convention that goroutine code cannot use; remove attribute 'ms_abi', or mark it 'cgo_nosplit'" } */
{
  int v[] = { a, b, c, d, e };
  return use (v);
}
