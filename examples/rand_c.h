/* rand_c.h - a small package in plain C, annotated for goroutines.  Without the
 * plugin the macros are empty.
 *
 * SPDX-License-Identifier: MIT  */

#ifndef RAND_C_H
#define RAND_C_H 1

#include <cgo/attr.h>

/* Neither ever blocks, so goroutines keep their P while in them.  */
CGO_CALL_NONBLOCKING long Random (void);
CGO_CALL_NONBLOCKING void Seed (unsigned seed);

#endif
