/* The check stands with the prologue in a block that several ways reach: where GCC
   copies such blocks, labels and all, the assembler finds the labels twice.

   { dg-options "-O2 --param max-grow-copy-bb-insns=220" }
   { dg-final { scan-function-times "f" "LcgoB\[0-9\]*:" 1 } }  */

__attribute__ ((cgo_split)) extern void ext0 (void);
extern int g, h;

int
f (int x, int y, int z)
{
  switch (x)
    {
    case 0:
      return 3;
    case 1:
      if (y == 3)
	goto out;
      return z;
    case 2:
      if (g)
	goto out;
      return y;
    case 3:
      if (h == 3)
	{
	  g = 2;
	  goto out;
	}
      return 1;
    case 4:
      g = 4;
      goto out;
    case 7:
      h = 4;
      goto out;
    default:
      if (__builtin_expect (y == 100, 1))
	return 2;
    }
out:
  ext0 ();
  return 1;
}
