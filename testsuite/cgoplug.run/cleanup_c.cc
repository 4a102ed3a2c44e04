/* C++ without the plugin, for C.  */

extern "C" void c_throw (void);
extern "C" int c_catch (void (*f) (int), int n);

void
c_throw (void)
{
  throw 7;
}

int
c_catch (void (*f) (int), int n)
{
  try
    {
      f (n);
    }
  catch (int x)
    {
      return x == 7;
    }
  return 0;
}
