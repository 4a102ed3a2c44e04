/* The C++ half of callback-locked.cc: lets an exception pass.  */

extern "C"
{
  void c_pass (int x);
  void thrower (int x);
}

struct noisy
{
  ~noisy () { __asm__ volatile (""); }
};

void
c_pass (int x)
{
  noisy here;
  thrower (x);
}
