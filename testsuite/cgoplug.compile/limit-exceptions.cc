// Landing pads do not find their segment yet.
//
// { dg-options "-O2" }

void g ();

int
f () // { dg-error "catches exceptions or runs cleanups for them and cannot be goroutine code yet; compile with '-fno-exceptions'" }
{
  try
    {
      g ();
    }
  catch (int x)
    {
      return x;
    }
  return 0;
}
