/* doctor.h - what the parts of `cgo doctor' share.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_DOCTOR_H
#define CGO_DOCTOR_H 1

enum finding { OK, SLOW, MISSING };

/* A line about NAME.  */
void cgo_say (const char *name, enum finding finding, const char *format, ...)
  __attribute__ ((format (printf, 3, 4)));

/* ---- limits.c ---- */

void cgo_check_processors (void);
void cgo_check_limits (void);

#endif
