/* callback-args.h - what callback-args.c and its C half both see.

   SPDX-License-Identifier: MIT  */

#include <cgo.h>

struct big { long v[5]; };
struct small { long a; double b; };
struct aligned { char c[128]; } __attribute__ ((aligned (128)));

void c_drive (void) CGO_CALL;

struct big e_big (struct big, long);
struct small e_small (struct small);
long double e_ld (long double, double);
__int128 e_i128 (__int128, int);
_Complex long double e_cld (_Complex long double);
long e_ten (long, long, long, long, long, long, long, long, long, long);
double e_mixed (double, int, double, char, double, double, double, double,
		double, double, float, short, long, long, long);
int e_aligned (struct aligned);
void e_void (int *);
