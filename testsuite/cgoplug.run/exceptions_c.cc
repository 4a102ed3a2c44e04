/* C++ without the plugin: throws, catches what a callback throws, lets it pass.  */

#include <stdexcept>
#include <string>

extern "C"
{
  void c_throw (int x);
  int c_catch (int x);
  void c_pass (int x);
  void thrower (int x);
  int c_gone;
}

struct noisy
{
  ~noisy () { c_gone++; }
};

void
c_throw (int x)
{
  throw std::runtime_error (std::to_string (x));
}

/* Twice, as the second callback needs what the first must have left in order.  */
int
c_catch (int x)
{
  int sum = 0;
  for (int i = 0; i < 2; i++)
    try
      {
	thrower (x + i);
      }
    catch (const std::exception &e)
      {
	sum += std::stoi (e.what ());
      }
  return sum - x - 1;
}

void
c_pass (int x)
{
  noisy here;
  thrower (x);
}
