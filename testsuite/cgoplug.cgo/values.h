/* What values.c, its C side and its second file call of each other.  */

#ifndef VALUES_H
#define VALUES_H 1

#include <cgo.h>

struct small { int a; };
struct pair { double x; float y; };
struct mixed { char c; double d; };
struct wide { long v[9]; };
struct bits { unsigned a : 3, b : 7; int : 0; long c : 40; short d; };
struct __attribute__ ((__packed__)) tight { char c; int i; short s; };
struct aligned { int i __attribute__ ((__aligned__ (16))); char c; };
union either { double d; long l; };
struct nested { struct small s[2]; union either e; float f[1]; };
enum color { RED = -1, GREEN = 70000 };
typedef long (*visitor) (long, void *);

CGO_CALL_PUSH
struct small c_small (struct small s);
struct pair c_pair (struct pair p);
struct mixed c_mixed (struct mixed m);
struct wide c_wide (struct wide w, int i);
struct bits c_bits (struct bits b);
struct tight c_tight (struct tight t);
struct aligned c_aligned (struct aligned a);
union either c_either (union either e);
struct nested c_nested (struct nested n, long after);
long c_ten (char a, short b, int c, long d, float e, double f, unsigned g, _Bool h,
	    enum color i, const char *j);
long double c_extended (long double x, _Complex double z);
__int128 c_int128 (__int128 i);
long c_visit (visitor f, long n, void *arg);
double c_sum (const char *types, ...);
char *c_text (const char *format, ...);
void c_fail (int err);
long c_old ();
long c_strange (long) __asm__ ("c_label");
visitor c_pick (int which);
CGO_CALL_POP
CGO_CALL_BLOCKING long c_blocking (long);
CGO_CALL_NONBLOCKING long c_nonblocking (long);
CGO_CALL_PIN long c_pin (long);

CGO_EXPORT long go_visit (long n, void *arg);
CGO_EXPORT struct wide go_wide (struct wide w, struct pair p, float f);
CGO_EXPORT void go_void (void);
CGO_EXPORT long go_label (long) __asm__ ("go_labelled");
#ifdef __CGOPLUG__
int CGO_C (twin) (int);			/* C's twin calls ours, */
long twin (long) CGO_EXPORT_AS ("go_twin");	/* and ours has the same name */
#endif

long other (long n);			/* in values_g.c */
#endif
