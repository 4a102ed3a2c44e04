/* valgrind-clean.h - what valgrind-clean.c and its C share.

   SPDX-License-Identifier: MIT  */

struct wide { long v[64]; };
long on_wide (struct wide, long);
long on_down (long);
