/* Without true bounds in plugin/libc.def a leaf function of libc or libm overruns the
   slack: each one whose arguments are known here is called on a painted stack with
   many arguments, the very first call among them, and must stay within its bytes.
   Needs no goroutine.

   { dg-options "-D_GNU_SOURCE" }
   { dg-procs "1" }
   { dg-nostress "nothing of the runtime is in it" }
   { dg-link "-Wl,--no-as-needed -lm" }  */

#include "hand.h"
#include <dlfcn.h>
#include <math.h>
#include <string.h>
#include <wchar.h>

#define LEAF(name, bytes) { name, bytes },
#define NONBLOCKING(name)
#define BLOCKING(name)
#define PIN(name)
static const struct row { const char *name; int bytes; } rows[] = {
#include "../../plugin/libc.def"
};

/* long probe (void *fn, long a, long b, long c, long d, double x, double y, double z,
   long double w): bytes of stack that FN (A, B, C, D) touched, its return address
   included, with xmm0 to xmm2 as they came and four times w on the stack.  */
HAND_FUNC ("probe",
	   "	pushq %rbp\n"
	   "	movq %rsp, %rbp\n"
	   "	pushq %rbx\n"
	   "	movq %rdi, %rax\n"
	   "	movq %rsi, %rdi\n"
	   "	movq %rdx, %rsi\n"
	   "	movq %rcx, %rdx\n"
	   "	movq %r8, %rcx\n"
	   "	subq $72, %rsp\n"
	   "	.irp i, 0, 16, 32, 48\n"
	   "	fldt 16(%rbp)\n"
	   "	fstpt \\i(%rsp)\n"
	   "	.endr\n"
	   "	movq %rsp, %rbx\n"
	   "	movq $-8192, %r11\n"
	   "1:	movq $0x5a5a5a5a, (%rsp,%r11)\n"
	   "	addq $8, %r11\n"
	   "	jnz 1b\n"
	   "	call *%rax\n"
	   "	emms\n"
	   "	leaq -8192(%rbx), %rcx\n"
	   "2:	cmpq $0x5a5a5a5a, (%rcx)\n"
	   "	jne 3f\n"
	   "	addq $8, %rcx\n"
	   "	jmp 2b\n"
	   "3:	movq %rbx, %rax\n"
	   "	subq %rcx, %rax\n"
	   "	addq $72, %rsp\n"
	   "	popq %rbx\n"
	   "	popq %rbp\n"
	   "	ret\n");
long probe (void *fn, long, long, long, long, double, double, double, long double);

#define COUNT(array) (sizeof (array) / sizeof (array)[0])

static const double values[] = { 0, -0., .1, .5, 1, 1.5, 2, 3.25, 10, 100.7, 1e5,
  1e10, 1e30, 1e100, 1e300, 1e-40, 5e-324, 1e-310, -.7, -1, -3.5, -1e7, -200.5,
  INFINITY, -INFINITY, NAN };
static const int ints[] = { 0, 1, -1, 2, 5, -3, 40, 1000, -2000 };

/* ---- The arguments, by kind of function ---- */

/* Each name with the suffixes f and l too.  First argument in rdi: an int, or ...  */
static const char math[] = " sin cos tan asin acos atan atan2 sinh cosh tanh asinh"
  " acosh atanh exp exp2 exp10 expm1 log log2 log10 log1p logb ilogb llogb pow sqrt"
  " cbrt hypot fabs ceil floor trunc round roundeven rint nearbyint lrint llrint"
  " lround llround fmod remainder drem fma fmin fmax fdim copysign nextafter"
  " nexttoward nextup nextdown fmaxmag fminmag ldexp scalbn scalbln scalb"
  " significand erf erfc tgamma lgamma gamma j0 j1 jn y0 y1 yn finite isnan isinf"
  " __isnan __isinf __finite __fpclassify __signbit __issignaling __iseqsig"
  " creal cimag conj carg cabs cproj csqrt cexp ccos csin ctan ";
/* ... a pointer, in rsi too.  */
static const char math_pointer[] = " sincos frexp modf remquo lgamma_r ";

/* A string, another or a place for one, and a size.  */
static const char strings[] = " memcpy memmove mempcpy memset memcmp __memcmpeq bcmp"
  " bcopy memccpy memrchr swab strlen strcpy stpcpy __stpcpy strncpy stpncpy strcat"
  " strncat strcmp strncmp strcasecmp strncasecmp strspn strcspn strpbrk strstr"
  " strcasestr strtok strverscmp basename __mempcpy __memcpy __stpncpy"
  " __strcasecmp __strncasecmp __xpg_basename getenv secure_getenv ";
/* A string, a character or a size, a size.  */
static const char sized[] = " memchr strchr strrchr strchrnul index rindex __strchrnul"
  " bzero explicit_bzero __bzero memfrob strnlen __strnlen ";
/* Two strings, each with its size; where to go on is third; first is a pointer to a
   string.  */
static const char with_sizes[] = " memmem ", tokens[] = " strtok_r __strtok_r ",
  separated[] = " strsep __strsep ";
static const char wide[] = " wcslen wcscpy wcpcpy wcsncpy wcscmp wcsncmp wmemcpy"
  " wmemmove wmempcpy wmemcmp wcscat wcsncat wcschr wcsrchr wmemchr wcsnlen ";
/* A string of digits, where the number ends, the base.  */
static const char numbers[] = " strtol strtoul strtoll strtoull strtoq strtouq"
  " strtoimax strtoumax __isoc23_strtol __isoc23_strtoul atoi atol atoll a64l"
  " inet_addr inet_aton ";
static const char number[] = " isalnum isalpha isascii isblank iscntrl isdigit isgraph"
  " islower isprint ispunct isspace isupper isxdigit toascii tolower toupper iswalnum"
  " iswalpha iswdigit iswlower iswspace iswupper towlower towupper wcwidth _tolower"
  " _toupper abs labs llabs imaxabs ffs ffsl ffsll htonl htons l64a srand srandom"
  " srand48 rand random drand48 lrand48 mrand48 __errno_location pthread_self"
  " __ctype_b_loc mcount __fentry__ __ctype_tolower_loc __ctype_toupper_loc getpid getppid gettid"
  " getuid clock strerrorname_np strerrordesc_np sigabbrev_np fegetround"
  " feclearexcept fetestexcept fegetexcept localeconv getauxval ";
static const char pointer[] = " rand_r erand48 nrand48 jrand48 time times sigemptyset"
  " sigfillset fegetenv feholdexcept pthread_mutexattr_init mbsinit ";

static int
listed (const char *list, const char *name)
{
  char word[64];
  snprintf (word, sizeof word, " %s ", name);
  return strstr (list, word) != NULL;
}

/* ---- The calls ---- */

static char a[16384], b[4096];
static wchar_t wa[8192], wb[4096];
static long most;

static void
call (void *fn, long p, long q, long r, long s)
{
  long used = probe (fn, p, q, r, s, 0, 0, 0, 0);
  most = used > most ? used : most;
}

static void
call_math (void *fn, char suffix, int is_pointer)
{
  for (unsigned i = 0; i < COUNT (values) * COUNT (values) * COUNT (ints); i++)
    {
      double x = values[i % COUNT (values)];
      double y = values[i / COUNT (values) % COUNT (values)];
      double z = values[i % 7];
      long n = ints[i % COUNT (ints)];
      long double w = x + (suffix == 'l' ? 0x1p-70L : 0);
      if (suffix == 'f')	/* a pair, as a complex float is passed */
	{
	  float pairs[3][2] = { { x, y }, { y, x }, { z, x } };
	  memcpy (&x, pairs[0], sizeof x);
	  memcpy (&y, pairs[1], sizeof y);
	  memcpy (&z, pairs[2], sizeof z);
	}
      long used = probe (fn, is_pointer ? (long) a : n, (long) b, 0, 0, x, y, z, w);
      most = used > most ? used : most;
    }
}

/* Into a x's, or almost what is in b again and again.  */
static void
fill (int n, int kind)
{
  enum { LENGTH = 8191 };
  memset (a, 'x', sizeof a - 1);
  memset (b, 'x', n);
  b[n] = 0;
  if (kind && n > 1)
    {
      for (char *p = a + n - 1; p < a + LENGTH; p += n)
	*p = 'z';
      b[kind == 1 ? n / 2 : n - 1] = 'y';
    }
  a[LENGTH] = 0;
  for (int i = 0; i <= n; i++)
    wb[i] = b[i];
  for (unsigned i = 0; i < COUNT (wa) / 2; i++)
    wa[i] = a[i];
  wa[COUNT (wa) / 2] = 0;
}

/* Lengths on both sides of 16, 32, 64, 128, 256: there the functions of libc go
   about it in another way.  */
static const int lengths[] = { 0, 1, 2, 3, 7, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100,
  127, 128, 129, 200, 255, 256, 257, 258, 300, 511, 513, 1000, 2000 };

static void
call_strings (void *fn, const char *name)
{
  for (unsigned i = 0; i < 3 * COUNT (lengths); i++)
    {
      int n = lengths[i / 3], kind = i % 3;
      char *p = a;
      fill (n, kind);
      if (listed (wide, name))
	call (fn, (long) wa, (long) wb, n, 0);
      else if (listed (sized, name))
	call (fn, (long) a, kind == 1 ? 'x' : n, n, 0);
      else if (listed (tokens, name))
	call (fn, (long) a, (long) b, (long) &p, 0);
      else if (listed (separated, name))
	call (fn, (long) &p, (long) b, 0, 0);
      else if (listed (with_sizes, name))
	call (fn, (long) a, 8191, (long) b, n);
      else
	call (fn, (long) a, (long) b, n, n);
    }
}

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

/* Whether NAME is known here.  */
static int
call_all (void *fn, const char *name)
{
  char base[32];
  size_t n = strlen (name);
  snprintf (base, sizeof base, "%.*s", (int) n - 1, name);
  most = 0;
  if (listed (math, name) || listed (math_pointer, name))
    call_math (fn, 'd', listed (math_pointer, name));
  else if ((name[n - 1] == 'f' || name[n - 1] == 'l')
	   && (listed (math, base) || listed (math_pointer, base)))
    call_math (fn, name[n - 1], listed (math_pointer, base));
  else if (!strcmp (name, "lgammaf_r") || !strcmp (name, "lgammal_r"))
    call_math (fn, name[6], 1);
  else if (listed (numbers, name))
    call_numbers (fn);
  else if (listed (number, name))
    for (int i = -1; i < 256; i++)
      call (fn, i, 0, 0, 0);
  else if (listed (pointer, name))
    call (fn, (long) b, 0, 0, 0);
  else if (listed (strings, name) || listed (sized, name) || listed (tokens, name)
	   || listed (separated, name) || listed (with_sizes, name)
	   || listed (wide, name))
    call_strings (fn, name);
  return most != 0;
}

int
main (void)
{
  int checked = 0;
  for (unsigned i = 0; i < COUNT (rows); i++)
    {
      void *fn = dlsym (RTLD_DEFAULT, rows[i].name);
      if (!fn || !call_all (fn, rows[i].name))
	continue;
      if (most > rows[i].bytes)
	dprintf (2, "%s takes %ld bytes of %d\n", rows[i].name, most, rows[i].bytes);
      checked++;
    }
  CHECK (checked > 350);
  return 0;
}
