/* Linked with -z lazy, the first call of a library function takes no more of a goroutine's
   stack than the next: the stack below is painted, and what changed must be within the slack.
   By the PLT it would be 3.2 KB, in leaf functions, in thunks and in __morestack's own way.

   { dg-options "-Wl,-z,lazy" }
   { dg-link "-lm" }
   { dg-env "CGODEBUG=segment=65536" }
   { dg-nostress "what is painted would be another segment" }
   { dg-nochaos "likewise" }  */

#include <cgo.h>
#include <cgo/abi.h>
#include "check.h"
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

enum { PAINT = 8192 };

static volatile double d = .5;
static volatile long l;

static void f_gamma (void) { d += tgamma (2.5); }
static void f_pow (void) { d += pow (d, 2.5); }
static void f_fmod (void) { d += fmod (d, 2); }
static void f_case (void) { l += strcasecmp ("a", "A"); }
static void f_number (void) { l += strtol ("7", NULL, 10); }
static void f_malloc (void) { free (malloc (100)); }
static void f_random (void) { l += random (); }
static void f_upper (void) { l += toupper ('x'); }
static void f_time (void) { l += time (NULL) != 0; }
static void f_print (void) { char b[9]; l += snprintf (b, sizeof b, "%d", 7); }
static void f_yield (void) { cgo_gosched (); }

/* Bytes that FN takes below the place where it is called.  */
NOINLINE static long
taken (void (*fn) (void))
{
  char *sp, *p;
  __asm__ volatile ("movq %%rsp, %0\n"
		    "	movq %1, %%rcx\n"
		    "1:	movb $0x5a, (%%rsp,%%rcx)\n"
		    "	incq %%rcx\n"
		    "	jnz 1b\n" : "=&r" (sp) : "i" (-PAINT) : "rcx", "memory");
  fn ();
  for (p = sp - PAINT; p < sp && *p == 0x5a; p++)
    ;
  return sp - p;
}

int
main (void)
{
  static const struct { const char *name; void (*fn) (void); } all[] = {
    { "tgamma", f_gamma }, { "pow", f_pow }, { "fmod", f_fmod }, { "strcasecmp", f_case },
    { "strtol", f_number }, { "malloc", f_malloc }, { "random", f_random },
    { "toupper", f_upper }, { "time", f_time }, { "snprintf", f_print },
    { "cgo_gosched", f_yield } };
  for (unsigned i = 0; i < sizeof all / sizeof *all; i++)
    {
      long used = taken (all[i].fn);
      if (used <= 0 || used > CGO_SLACK)
	{
	  dprintf (2, "%s takes %ld bytes of %d\n", all[i].name, used, CGO_SLACK);
	  _exit (1);
	}
    }
  return 0;
}
