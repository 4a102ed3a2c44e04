/* A C library's header with all that an overlay may stumble over.  */

#ifndef FROB_H
#define FROB_H 1

#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

struct frob { int n; int (*notify) (struct frob *, int); };
typedef int frob_compare (const void *, const void *);

int frob_plain (int);
void frob_sort (void *, int, frob_compare *);
int frob_open (struct frob *, const char *);
void frob_log (const char *, ...);
void (*frob_handler (int, void (*) (int))) (int);
double frob_array (const double m[3][4], char *const *const *names);
FILE *frob_file (struct frob);
#define frob_macro(n) frob_plain (n)
int (frob_macro) (int);
static inline int frob_inline (int n) { return frob_plain (n) + 1; }
extern int frob_variable;

#ifdef __cplusplus
}
#endif

#endif
