// thread-local_c.cc - a thread_local of C++ without the plugin, which needs a big stack.
//
// SPDX-License-Identifier: MIT

#include <unistd.h>

static int
initial ()
{
  volatile char room[20000];
  for (int i = 0; i < 20000; i += 100)
    room[i] = i;
  return gettid () + room[0];
}

thread_local int in_c = initial ();
