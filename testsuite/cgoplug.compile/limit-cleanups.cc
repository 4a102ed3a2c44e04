// Nor do cleanups that run when an exception passes.
//
// { dg-options "-O2" }

void g ();
struct guard { ~guard (); };

void
h () // { dg-error "catches exceptions or runs cleanups for them and cannot be goroutine code yet; compile with '-fno-exceptions'" }
{
  guard here;
  g ();
}
