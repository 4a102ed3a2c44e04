/* foreign-args.h - what foreign-args.c and its C half both see.

   SPDX-License-Identifier: MIT  */

#include <cgo.h>

struct big { long v[5]; };
struct small { long a; double b; };
struct aligned { char c[128]; } __attribute__ ((aligned (128)));

struct big c_big (struct big, long) CGO_CALL;
struct small c_small (struct small) CGO_CALL;
long double c_ld (long double, double) CGO_CALL;
__int128 c_i128 (__int128, int) CGO_CALL;
_Complex double c_complex (_Complex double, _Complex double) CGO_CALL;
_Complex long double c_cld (_Complex long double) CGO_CALL;
long c_ten (long, long, long, long, long, long, long, long, long, long) CGO_CALL;
double c_doubles (double, double, double, double, double, double, double,
		  double, double, double) CGO_CALL;
int c_chars (signed char, short, unsigned char, _Bool, int, unsigned short,
	     signed char, _Bool) CGO_CALL;
int c_aligned (struct aligned) CGO_CALL;
