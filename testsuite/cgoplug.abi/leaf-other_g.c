/* leaf-other_g.c - leaf functions that take a number or a pointer or two.

   SPDX-License-Identifier: MIT  */

#include "leaf.h"
#include <string.h>

/* A string of digits, where the number ends, the base.  */
static const char numbers[] = " strtol strtoul strtoll strtoull strtoq strtouq"
  " strtoimax strtoumax __isoc23_strtol __isoc23_strtoul atoi atol atoll a64l"
  " inet_addr inet_aton __isoc23_strtoll __isoc23_strtoull __isoc23_strtoimax"
  " __isoc23_strtoumax __strtol_internal __strtoul_internal __strtoll_internal"
  " __strtoull_internal ";
static const char number[] = " isalnum isalpha isascii isblank iscntrl isdigit isgraph"
  " islower isprint ispunct isspace isupper isxdigit toascii tolower toupper iswalnum"
  " iswalpha iswdigit iswlower iswspace iswupper towlower towupper wcwidth _tolower"
  " _toupper abs labs llabs imaxabs ffs ffsl ffsll htonl htons l64a srand srandom"
  " srand48 rand random drand48 lrand48 mrand48 __errno_location pthread_self"
  " __ctype_b_loc mcount __fentry__ __ctype_tolower_loc __ctype_toupper_loc getpid getppid gettid"
  " getuid clock strerrorname_np strerrordesc_np sigabbrev_np fegetround"
  " feclearexcept fetestexcept fegetexcept localeconv getauxval __ctype_get_mb_cur_max"
  " iswblank iswcntrl iswgraph iswprint iswpunct iswxdigit ntohl ntohs gnu_dev_major"
  " gnu_dev_minor gnu_dev_makedev __h_errno_location thrd_current pthread_equal thrd_equal"
  " pthread_getspecific tss_get geteuid getgid getegid getpagesize nl_langinfo sched_getcpu"
  " difftime feraiseexcept fesetround fedisableexcept ";
/* These with a small one.  */
static const char small[] = " feenableexcept ";
static const char pointer[] = " rand_r erand48 nrand48 jrand48 time times sigemptyset"
  " sigfillset fegetenv fesetenv feupdateenv feholdexcept pthread_mutexattr_init mbsinit"
  " pthread_attr_init pthread_spin_init pthread_spin_unlock gettimeofday"
  " setjmp _setjmp getcontext savectx ";
/* A number that is not 0 is second; a pointer first; a pointer second.  */
static const char quotient[] = " div ldiv lldiv imaxdiv ", pointer_number[] = " sigaddset"
  " sigdelset sigismember timespec_get fegetexceptflag fesetexceptflag __sigsetjmp sigsetjmp ",
  number_pointer[] = " clock_gettime clock_getres getrusage ";
static const char file[] = " feof_unlocked ferror_unlocked fileno_unlocked"
  " clearerr_unlocked ", queue[] = " insque remque ";

static void
call_numbers (void *fn)
{
  static const char digits[][48] = { "", "0", "-1", "  2147483648", "0x7fffffffffffffff",
    "-99999999999999999999999999999", "+0777", "zz", "1.2.3.4", "255.255.255.256" };
  static const int bases[] = { 0, 10, 2, 8, 16, 36 };
  for (unsigned i = 0; i < COUNT (digits) * COUNT (bases); i++)
    call (fn, (long) digits[i % COUNT (digits)], (long) b,
	  bases[i / COUNT (digits)], 0);
}

/* As leaf_other.  */
static int
call_pointers (void *fn, const char *name)
{
  struct { void *next, *previous; } elements[2] = { };
  for (int i = 0; i < 64; i++)
    if (listed (pointer, name))
      call (fn, (long) b, 0, 0, 0);
    else if (listed (pointer_number, name))
      call (fn, (long) b, i, 0, 0);
    else if (listed (number_pointer, name))
      call (fn, i - 2, (long) b, 0, 0);
    else if (listed (quotient, name))
      call (fn, i * 1000000007L, i - 40 ?: 1, 0, 0);
    else if (listed (small, name))
      call (fn, 0, 0, 0, 0);
    else if (listed (file, name))
      call (fn, (long) stdin, 0, 0, 0);
    else if (listed (queue, name))
      call (fn, (long) &elements[0], (long) &elements[1], 0, 0);
    else
      return 0;
  return 1;
}

int
leaf_other (void *fn, const char *name)
{
  if (listed (numbers, name))
    call_numbers (fn);
  else if (listed (number, name))
    for (int i = -1; i < 256; i++)
      call (fn, i, 0, 0, 0);
  else
    return call_pointers (fn, name);
  return 1;
}
