/* ms-abi.h - what ms-abi.c and its C half both see.

   SPDX-License-Identifier: MIT  */

#include <cgo/attr.h>

#define WINDOWS __attribute__ ((__ms_abi__))

struct big { char c[4096]; };

typedef WINDOWS long seven (long, long, long, long, long, double, struct big);
typedef WINDOWS long one (long);

WINDOWS long c_seven (long, long, long, long, long, double, struct big) CGO_CALL;
WINDOWS long c_one (long) CGO_CALL;
long c_calls_seven (seven *fn) CGO_CALL;
long c_calls_one (one *fn) CGO_CALL;
