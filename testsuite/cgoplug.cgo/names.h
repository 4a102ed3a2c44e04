/* names.h - the C side of names.c.

   SPDX-License-Identifier: MIT  */

#include <cgo.h>

struct pair { double a; long b; };

CGO_CALL_PUSH
long sum (int n, ...);
long sum_2 (long);
long sum_3 (long);
long go_1 (long);
long t1 (struct pair);
long scale (long);
long c_scale (long);
long call_scale (long);
long stub_scale (long);
long as (long);
long run_twice (long);
long pointer_twice (long);
long body_twice (long);
long entry_twice (long);
long x_twice (long);
/* twice (N), which is exported.  */
long calls_twice (long n);
/* FN (1, 2).  */
long calls_back (long (*fn) (long, long));
CGO_CALL_POP

/* Of names_g.c: goroutine code.  */
long from_names_g (void);
