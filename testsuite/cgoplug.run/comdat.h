/* Functions that are in a comdat group.  */

inline long __attribute__ ((noinline))
in_line (int n)
{
  volatile char room[300];
  room[0] = 0;
  return n > 0 ? in_line (n - 1) + 1 : room[0];
}

template <typename T> __attribute__ ((noinline)) T
instance (int n)
{
  volatile char room[300];
  room[0] = 0;
  return n > 0 ? instance<T> (n - 1) + 1 : room[0];
}

struct shape
{
  virtual __attribute__ ((noinline)) long area (int n)
  {
    volatile char room[300];
    room[0] = 0;
    return n > 0 ? area (n - 1) + 1 : room[0];
  }
  virtual ~shape () { }
};

inline long
counter ()
{
  static long n;
  return n++;
}
