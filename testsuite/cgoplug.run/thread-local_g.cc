// thread-local_g.cc - thread_locals of goroutine code, with and without a constructor.
//
// SPDX-License-Identifier: MIT

struct counted
{
  int n, tid;
  counted (int);
  ~counted ();
};

int number (int);

thread_local counted in_goroutine_code (number (5));
thread_local int constant = 3;
