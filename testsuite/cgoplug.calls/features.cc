// features.cc - likewise C++: exceptions, run-time types, new and delete, guards of static
// variables, thread_local.  Nothing is included that libstdc++ would bring along but what
// the language itself asks for.
//
// SPDX-License-Identifier: MIT

#include <new>
#include <typeinfo>
#include <initializer_list>

void use (void *);
int number (int);

struct thrown { int a; thrown (int); thrown (const thrown &); ~thrown (); };
struct base { virtual ~base (); virtual int f () = 0; };
struct gone { virtual int g () = delete; gone (); };
gone::gone () { }
struct left : virtual base { int x[300]; int f () override; };
struct right : virtual base { };
struct both : left, right { int f () override; int g (); };
struct counted { int n; counted (); ~counted (); counted (const counted &); };
struct alignas (64) wide { char c[64]; wide (); ~wide (); };
struct own { void *operator new (std::size_t); void operator delete (void *); };

int
thrower (int n)
{
  if (n > 3)
    throw thrown (n);
  if (n < 0)
    throw n;
  return n;
}

int
catcher (int n)
{
  counted c;
  try
    {
      return thrower (n);
    }
  catch (const thrown &t)
    {
      return t.a;
    }
  catch (thrown *t)
    {
      throw;
    }
  catch (int i)
    {
      counted d;
      return number (i);
    }
  catch (...)
    {
      use (&c);
      throw 1;
    }
}

int terminates (int n) noexcept { counted c; return number (n); }

#if __cplusplus < 201700
int specified (int n) throw (int) { counted c; return number (n); }
#endif

both *casts (base *b) { return dynamic_cast<both *> (b); }
right &cast_reference (left &l) { return dynamic_cast<right &> (l); }
void *most_derived (base *b) { return dynamic_cast<void *> (b); }
const std::type_info &type (base *b) { return typeid (*b); }
bool same (base *a, base *b) { return typeid (*a) == typeid (*b); }
int left::f () { return number (1); }
int both::f () { return left::f () + g (); }
base *made () { return new left; }

void
allocations (long n)
{
  use (new int);
  use (new counted[n]);
  use (new wide);
  use (new wide[n]);
  use (new (std::nothrow) counted);
  use (new (std::nothrow) int[n]);
  use (new own);
  use (new left);
  std::initializer_list<counted> list = { counted (), counted () };
  use (&list);
}

void
deletions (counted *a, counted *b, wide *c, wide *d, base *e, own *f, int *g, void *h)
{
  delete a;
  delete[] b;
  delete c;
  delete[] d;
  delete e;
  delete f;
  delete[] g;
  ::operator delete (h);
}

counted &guarded () { static counted c; return c; }
int &guarded_value () { static int n = number (3); return n; }
counted global;
int initialised = number (4);

thread_local counted per_thread;
thread_local int dynamic = number (5);
extern thread_local counted elsewhere;
extern thread_local int maybe;
static thread_local int *own_pointer = &dynamic;

int
locals ()
{
  static thread_local counted inner;
  return per_thread.n + dynamic + elsewhere.n + maybe + inner.n + (own_pointer != nullptr);
}

template <typename T> struct templated { T t; T get () { static T u = t; return u; } };
template struct templated<counted>;

int
lambda (int n)
{
  counted c;
  auto f = [=] (int i) mutable { c.n += i; return number (c.n); };
  int (both::*member) () = &both::f;
  both b;
  return f (n) + (b.*member) ();
}

int
array (int n)
{
  counted a[10];
  counted b[3] = { counted (), a[0], a[n] };
  return b[n].n;
}

extern "C" int plain (int n) { counted c; return number (n); }
