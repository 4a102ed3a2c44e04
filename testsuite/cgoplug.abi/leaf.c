/* Without true bounds in plugin/libc.def a leaf function of libc, libm or libgcc overruns the
   slack: each one there is called on a painted stack with many arguments, the very first
   call among them, and must stay within its bytes; so must the checking ones of
   -D_FORTIFY_SOURCE on their way to abort.  A row whose arguments are not known here is a
   failure, too.  Needs no goroutine.  LEAF_SHOW=1 prints what each one took.

   { dg-options "-D_GNU_SOURCE" }
   { dg-procs "1" }
   { dg-nostress "nothing of the runtime is in it" }
   { dg-timeout 120 }
   { dg-link "-Wl,--no-as-needed -lm" }  */

#include "hand.h"
#include <dlfcn.h>
#include <fenv.h>
#include <fcntl.h>
#include <math.h>
#include <setjmp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#define LEAF(name, bytes) { name, bytes },
#define OWN(name, other, bytes) { name, bytes },
#define NONBLOCKING(name)
#define BLOCKING(name)
#define PIN(name)
static const struct row { const char *name; int bytes; } rows[] = {
#include "../../plugin/libc.def"
};

/* The registers of a call, and what is on the stack, four times.  */
struct registers
{
  long integer[5];
  long none;
  char vector[4][16];
  long double x87;
};

/* long probe (void *fn, struct registers *r): bytes of stack that FN touched, its return
   address included.  */
HAND_FUNC ("probe",
	   "	pushq %rbp\n"
	   "	movq %rsp, %rbp\n"
	   "	pushq %rbx\n"
	   "	movq %rdi, %rax\n"
	   "	movq %rsi, %r10\n"
	   "	subq $72, %rsp\n"
	   "	.irp i, 0, 16, 32, 48\n"
	   "	fldt 112(%r10)\n"
	   "	fstpt \\i(%rsp)\n"
	   "	.endr\n"
	   "	movups 48(%r10), %xmm0\n"
	   "	movups 64(%r10), %xmm1\n"
	   "	movups 80(%r10), %xmm2\n"
	   "	movups 96(%r10), %xmm3\n"
	   "	movq (%r10), %rdi\n"
	   "	movq 8(%r10), %rsi\n"
	   "	movq 16(%r10), %rdx\n"
	   "	movq 24(%r10), %rcx\n"
	   "	movq 32(%r10), %r8\n"
	   "	movq %rsp, %rbx\n"
	   "	movq %rsp, bottom(%rip)\n"
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
long probe (void *fn, struct registers *);
char *bottom;

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
  separated[] = " strsep __strsep ", endless[] = " rawmemchr __rawmemchr ";
static const char wide[] = " wcslen wcscpy wcpcpy wcsncpy wcscmp wcsncmp wmemcpy"
  " wmemmove wmempcpy wmemcmp wcscat wcsncat wcschr wcsrchr wmemchr wcsnlen wmemset ";
/* Two strings, and the size of the first as third or as fourth; or as third without a second
   string.  */
static const char checked_third[] = " __strcpy_chk __stpcpy_chk __strcat_chk __wcscpy_chk ",
  checked_fourth[] = " __memcpy_chk __memmove_chk __mempcpy_chk __memset_chk __strncpy_chk"
  " __stpncpy_chk __strncat_chk __wmemcpy_chk __wmemmove_chk __wmemset_chk __wcsncpy_chk ",
  checked_second[] = " __explicit_bzero_chk ";
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
/* What returns memory; its size is second, after an alignment or memory.  */
static const char memory[] = " malloc ", memory_second[] = " calloc realloc memalign"
  " aligned_alloc ", memory_free[] = " free ";
static const char file[] = " feof_unlocked ferror_unlocked fileno_unlocked"
  " clearerr_unlocked ", queue[] = " insque remque ";

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

static struct registers registers;

static void
call_registers (void *fn)
{
  long used = probe (fn, &registers);
  most = used > most ? used : most;
}

static void
call (void *fn, long p, long q, long r, long s)
{
  registers = (struct registers) { { p, q, r, s } };
  call_registers (fn);
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
      registers = (struct registers) { { is_pointer ? (long) a : n, (long) b } };
      registers.x87 = x + (suffix == 'l' ? 0x1p-70L : 0);
      if (suffix == 'f')	/* a pair, as a complex float is passed */
	{
	  float pairs[3][2] = { { x, y }, { y, x }, { z, x } };
	  memcpy (&x, pairs[0], sizeof x);
	  memcpy (&y, pairs[1], sizeof y);
	  memcpy (&z, pairs[2], sizeof z);
	}
      memcpy (registers.vector[0], &x, sizeof x);
      memcpy (registers.vector[1], &y, sizeof y);
      memcpy (registers.vector[2], &z, sizeof z);
      call_registers (fn);
    }
}

/* X in the format that KIND stands for.  */
static void
as_vector (char *vector, double x, int kind)
{
  float f = x;
  __float128 q = x * (1 + 0x1p-70Q);
  _Float16 h = x;
  switch (kind)
    {
    case 0: memcpy (vector, &x, sizeof x); break;
    case 1: memcpy (vector, &f, sizeof f); break;
    case 2: memcpy (vector, &q, sizeof q); break;
    case 3: memcpy (vector, &h, sizeof h); break;
    }
}

/* A function of libgcc: whatever the types of its arguments are, they are in some of these
   registers.  Those with a v in the name abort when there is no room for the result.  */
static void
call_libgcc (void *fn, const char *name)
{
  int traps = strpbrk (name, "v") && strstr (name, "div") == NULL;
  int divides = strstr (name, "div") || strstr (name, "mod");
  for (unsigned i = 0; i < COUNT (values) * COUNT (values) * 4; i++)
    {
      double x = values[i % COUNT (values)], y = values[i / COUNT (values) % COUNT (values)];
      int kind = i / COUNT (values) / COUNT (values);
      long n = ints[i % COUNT (ints)], m = ints[i / COUNT (ints) % COUNT (ints)];
      registers = (struct registers) { { n, traps ? n >> 63 : m, m, traps ? m >> 63 : n * m,
					 (long) b } };
      if (traps && !strstr (name, "ti"))
	registers.integer[1] = m;
      if (divides && !(registers.integer[2] | registers.integer[3]))
	registers.integer[2] = 3;
      as_vector (registers.vector[0], x, kind);
      as_vector (registers.vector[1], y, kind);
      as_vector (registers.vector[2], y + 1, kind);
      as_vector (registers.vector[3], x - 1, kind);
      registers.x87 = kind & 1 ? x + 0x1p-70L : y;
      call_registers (fn);
    }
}

/* It only looks the first time, which was before main.  */
extern void __cpu_indicator_init (void);
extern struct { unsigned vendor, rest[3]; } __cpu_model;

static void
call_cpu (void *fn)
{
  __cpu_model.vendor = 0;
  call (fn, 0, 0, 0, 0);
  CHECK (__cpu_model.vendor != 0);
}

/* Sizes of every kind: of the thread's cache, small, large, of their own mapping, too large;
   and in every order, so that pieces are split, joined and given back.  */
static void
call_memory (void *fn, const char *name)
{
  static const size_t sizes[] = { 1, 24, 100, 600, 1032, 1200, 5000, 40000, 70000, 140000,
    1000000, 40000000, 1UL << 46, 1UL << 62 };
  static void *place[1000];
  unsigned s = 1;
  for (int i = 0; i < 100000; i++)
    {
      s = s * 1664525 + 1013904223;
      void **p = &place[(s >> 8) % COUNT (place)];
      size_t size = sizes[(s >> 20) % (i % 100 ? 10 : COUNT (sizes))] + (s >> 4) % 64;
      int mine = i % 2;
      if (*p && listed (memory_free, name) && mine)
	call (fn, (long) *p, 0, 0, 0);
      else if (*p && !strcmp (name, "realloc") && mine)
	call (fn, (long) *p, size, 0, 0);
      else if (*p)
	free (*p);
      else if (mine && listed (memory, name))
	call (fn, size, 0, 0, 0);
      else if (mine && listed (memory_second, name))
	call (fn, !strcmp (name, "calloc") ? 1 : !strcmp (name, "realloc") ? 0
	      : (s >> 4) % 2 ? 64 : 8192, size, 0, 0);
      else
	{
	  *p = malloc (size);
	  continue;
	}
      *p = NULL;
    }
  for (unsigned i = 0; i < COUNT (place); i++)
    free (place[i]);
  memset (place, 0, sizeof place);
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
      else if (listed (endless, name))
	call (fn, (long) a, kind == 1 ? 'x' : 0, 0, 0);
      else if (listed (checked_third, name))
	call (fn, (long) (name[2] == 'w' ? (void *) wa : a),
	      (long) (name[2] == 'w' ? (void *) wb : b), sizeof a, 0);
      else if (listed (checked_fourth, name))
	call (fn, (long) (name[2] == 'w' ? (void *) wa : a),
	      (long) (name[2] == 'w' ? (void *) wb : b), n, sizeof a);
      else if (listed (checked_second, name))
	call (fn, (long) a, n, sizeof a, 0);
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

/* ---- The ways to abort ---- */

static sigjmp_buf back;

/* A caller without a check has no room for a leaf of CGO_ELIDED, so that the function that
   calls one has all of the slack but its own frame; and nothing comes after.  */

static void
on_abort (int)
{
  char *p = bottom - 8192;
  while (*(long *) p == 0x5a5a5a5a)
    p += 8;
  if (bottom - p > CGO_SLACK - CGO_SMALL_FRAME)
    most = bottom - p;
  siglongjmp (back, 1);
}

static void
call_checked (void *fn, const char *name)
{
  int saved = dup (2), null = open ("/dev/null", O_WRONLY);
  fill (100, 0);
  dup2 (null, 2);
  if (!sigsetjmp (back, 1))
    {
      if (listed (checked_third, name))
	call (fn, (long) a, (long) b, 3, 0);
      else if (listed (checked_fourth, name))
	call (fn, (long) a, (long) b, 100, 3);
      else
	call (fn, (long) a, 100, 3, 0);
      most = -1;
    }
  dup2 (saved, 2);
  close (saved);
  close (null);
}

static void
prepare_abort (void)
{
  static char stack[65536];
  stack_t alternate = { .ss_sp = stack, .ss_size = sizeof stack };
  struct sigaction action = { .sa_handler = on_abort, .sa_flags = SA_ONSTACK };
  CHECK_EQ (sigaltstack (&alternate, NULL), 0);
  CHECK_EQ (sigaction (SIGABRT, &action, NULL), 0);
  setenv ("LIBC_FATAL_STDERR_", "1", 1);
}

/* ---- Which function how ---- */

static void
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
}

/* Whether NAME is known here.  */
static int
call_all (void *fn, const char *name)
{
  char base[32];
  size_t n = strlen (name);
  snprintf (base, sizeof base, "%.*s", (int) n - 1, name);
  most = 0;
  if (listed (memory, name) || listed (memory_second, name) || listed (memory_free, name))
    call_memory (fn, name);
  else if (listed (math, name) || listed (math_pointer, name))
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
  else if (listed (strings, name) || listed (sized, name) || listed (tokens, name)
	   || listed (separated, name) || listed (with_sizes, name)
	   || listed (wide, name) || listed (endless, name))
    call_strings (fn, name);
  else if (n > 4 && !strcmp (name + n - 4, "_chk"))
    {
      call_strings (fn, name);
      call_checked (fn, name);
    }
  else if (!strcmp (name, "__cpu_indicator_init"))
    call_cpu (fn);
  else if (strncmp (name, "__", 2) || listed (pointer_number, name))
    call_pointers (fn, name);
  else
    call_libgcc (fn, name);
  return most != 0;
}

int
main (void)
{
  int checked = 0;
  prepare_abort ();
  for (unsigned i = 0; i < COUNT (rows); i++)
    {
      const char *name = rows[i].name;
      void *fn = dlsym (RTLD_DEFAULT, name);
      if (!strcmp (name, "__cpu_indicator_init"))
	fn = __cpu_indicator_init;
      if (!fn)
	continue;
      if (!call_all (fn, name))
	dprintf (2, "%s is not called here\n", name);
      fesetenv (FE_DFL_ENV);
      if (getenv ("LEAF_SHOW"))
	dprintf (1, "%s %ld %d\n", name, most, rows[i].bytes);
      if (most > rows[i].bytes)
	dprintf (2, "%s takes %ld bytes of %d\n", name, most, rows[i].bytes);
      checked++;
    }
  CHECK (checked > 550);
  return 0;
}
