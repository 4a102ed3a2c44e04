/* callback_c.h - what callback.c and callback_c.c call of each other.
 *
 * SPDX-License-Identifier: MIT  */

#ifndef CALLBACK_C_H
#define CALLBACK_C_H 1

#include <cgo/attr.h>

CGO_CALL long sum_over (int n);		/* C */
CGO_EXPORT long square_sum (int n);	/* goroutine code that C calls */

#endif
