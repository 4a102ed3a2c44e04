/* features.c - C for which GCC makes calls that are not written there: to be compiled at
   every option of calls.exp, not to be run.

   What a program declares by itself must not be classified by where it is declared, so
   nothing is included that the compiler does not bring along.

   SPDX-License-Identifier: MIT  */

#include <stdarg.h>
#include <stddef.h>

typedef struct { char c[3000]; } big;
typedef struct { char c[16]; } __attribute__ ((aligned (16))) pair;
typedef struct { char c[3]; } odd;
typedef struct { char c[70]; } middling;

void use (void *);
big result (int);
int take (big, middling);
int (*pointer) (int);

/* ---- memcpy, memset, memmove, memcmp and what is made of the others ---- */

void copy (big *a, const big *b) { *a = *b; }
void copy_middling (middling *a, const middling *b) { *a = *b; }
void clear (big *a) { *a = (big) { { 0 } }; }
void fill (big *a, int c, size_t n) { __builtin_memset (a, c, n); }
void move (char *a, size_t n) { __builtin_memmove (a + 1, a, n); }
int compare (const char *a, const char *b, size_t n) { return __builtin_memcmp (a, b, n); }
int equal (const char *a, const char *b, size_t n) { return !__builtin_memcmp (a, b, n); }
int pass (big *a, middling *b) { return take (*a, *b); }
void receive (big *a) { *a = result (1); }

void
loops (char *a, const char *b, long *w, const long *v, size_t n)
{
  for (size_t i = 0; i < n; i++)
    a[i] = 0;
  for (size_t i = 0; i < n; i++)
    w[i] = -1;
  for (size_t i = 0; i < n; i++)
    w[i] = v[i];
  for (size_t i = 0; i < n; i++)
    a[i] = b[i];
}

size_t
length (const char *s)
{
  size_t n = 0;
  while (s[n])
    n++;
  return n;
}

char *
strings (char *a, const char *b, size_t n)
{
  __builtin_strcpy (a, b);
  __builtin_strcat (a, "x");
  __builtin_strncpy (a, b, n);
  __builtin_strncat (a, b, n);
  __builtin_stpcpy (a, b);
  __builtin_sprintf (a, "%s", b);
  __builtin_snprintf (a, n, "%d", 7);
  return __builtin_strchr (a, __builtin_strlen (b)) ? __builtin_strstr (a, "x") : a;
}

/* -D_FORTIFY_SOURCE makes these of the functions above.  */

void
checked (char *a, const char *b, size_t n, const char *f, ...)
{
  char c[32];
  va_list ap;
  use (c);
  __builtin___memcpy_chk (c, b, n, sizeof c);
  __builtin___memmove_chk (c, b, n, sizeof c);
  __builtin___memset_chk (c, 1, n, sizeof c);
  __builtin___mempcpy_chk (c, b, n, sizeof c);
  __builtin___strcpy_chk (c, b, sizeof c);
  __builtin___strcat_chk (c, b, sizeof c);
  __builtin___strncpy_chk (c, b, n, sizeof c);
  __builtin___strncat_chk (c, b, n, sizeof c);
  __builtin___stpcpy_chk (c, b, sizeof c);
  __builtin___stpncpy_chk (c, b, n, sizeof c);
  __builtin___sprintf_chk (c, 1, sizeof c, f, a);
  __builtin___snprintf_chk (c, n, 1, sizeof c, f, a);
  __builtin___printf_chk (1, f, a);
  va_start (ap, f);
  __builtin___vsnprintf_chk (c, n, 1, sizeof c, f, ap);
  __builtin___vsprintf_chk (c, 1, sizeof c, f, ap);
  __builtin___vprintf_chk (1, f, ap);
  va_end (ap);
  use (c);
}

void
output (const char *s)
{
  __builtin_printf ("%s\n", s);
  __builtin_printf ("x");
  __builtin_printf (s);
  __builtin_puts (s);
  if (!s)
    __builtin_abort ();
  __builtin_free (__builtin_calloc (4, __builtin_strlen (__builtin_strdup (s))));
}

/* ---- The stack ---- */

int
array (int n)
{
  char a[n], *b = __builtin_alloca (n);
  use (a);
  use (b);
  return a[0] + b[0];
}

int
guarded (const char *s)
{
  char a[200];
  __builtin_strcpy (a, s);
  use (a);
  return a[1];
}

int
nested (int n)
{
  __label__ out;
  int inner (int i) { if (i > n) goto out; return i + n; }
  pointer = inner;
  use (&n);
  return inner (n);
 out:
  return -1;
}

static void cleaner (int *p) { use (p); }

int
cleaned (int n)
{
  int x __attribute__ ((cleanup (cleaner))) = n;
  use (&x);
  return pointer (x);
}

int
jumped (void **buffer)
{
  if (__builtin_setjmp (buffer))
    return 1;
  use (buffer);
  __builtin_longjmp (buffer, 1);
}

void *whence (void) { return __builtin_return_address (0); }
void flush (char *a, char *b) { __builtin___clear_cache (a, b); }
void *applied (int n) { use (&n); return __builtin_frame_address (0); }
int processor (void) { __builtin_cpu_init (); return __builtin_cpu_supports ("avx2"); }

__attribute__ ((target_clones ("avx2", "default"))) int
cloned (int *a, int n)
{
  int sum = 0;
  for (int i = 0; i < n; i++)
    sum += a[i];
  return sum;
}

/* ---- Thread-locals ---- */

extern __thread int far, far_array[100];
__thread int here;
static __thread int mine[50];
static __thread big much;
extern __thread int initial __attribute__ ((tls_model ("initial-exec")));
extern __thread int hidden __attribute__ ((visibility ("hidden")));

int
locals (int n)
{
  far += n;
  far_array[n] = here++;
  mine[n % 50] = far_array[n + 1];
  much.c[n] = initial + hidden;
  copy (&much, &much);
  return mine[0] + here;
}

/* ---- Atomic operations ---- */

_Atomic int word;
_Atomic __int128 wide;
_Atomic pair two;
_Atomic odd three;
_Atomic middling many;
_Atomic double real;
_Atomic long double extended;
_Atomic _Complex double complex_number;

void
atomics (__int128 n, pair p, odd o, middling m)
{
  word += 3;
  wide += n;
  wide ^= n;
  wide &= n;
  wide -= wide | n;
  two = p;
  three = o;
  many = m;
  p = two;
  o = three;
  m = many;
  real += 1.5;
  extended *= 2;
  complex_number += 1;
  use (&p);
  use (&o);
  use (&m);
}

/* One function with all operations of one size.  */
#define SYNC(name, type)						\
type									\
name (type *p, type a, type b, int order)				\
{									\
  __atomic_store_n (p, __atomic_load_n (p, 0), order);			\
  a ^= __atomic_exchange_n (p, a, 5);					\
  __atomic_compare_exchange_n (p, &a, b, 0, 5, 0);			\
  a ^= __atomic_fetch_add (p, b, 5) ^ __atomic_fetch_nand (p, b, order); \
  a ^= __atomic_fetch_and (p, b, 5) ^ __atomic_fetch_or (p, b, 5);	\
  a ^= __atomic_fetch_xor (p, b, 5) ^ __atomic_fetch_sub (p, b, 5);	\
  a ^= __atomic_add_fetch (p, b, 5) ^ __atomic_nand_fetch (p, b, 5);	\
  a ^= __atomic_and_fetch (p, b, 5) ^ __atomic_or_fetch (p, b, 5);	\
  a ^= __atomic_xor_fetch (p, b, 5) ^ __atomic_sub_fetch (p, b, 5);	\
  a ^= __sync_fetch_and_add (p, b) ^ __sync_val_compare_and_swap (p, a, b); \
  a ^= __sync_or_and_fetch (p, b) ^ __sync_lock_test_and_set (p, b);	\
  a ^= __sync_fetch_and_and (p, b) ^ __sync_xor_and_fetch (p, b);	\
  __sync_lock_release (p);						\
  return a;								\
}

SYNC (sync_1, char)
SYNC (sync_2, short)
SYNC (sync_4, int)
SYNC (sync_8, long)
SYNC (sync_16, __int128)

int
generic (middling *a, middling *b, middling *c, size_t n, void *p)
{
  __atomic_load (a, b, 5);
  __atomic_store (a, b, 5);
  __atomic_exchange (a, b, c, 5);
  __atomic_test_and_set (p, 5);
  __atomic_clear (p, 5);
  __atomic_thread_fence (5);
  __atomic_signal_fence (5);
  __sync_synchronize ();
  return __atomic_compare_exchange (a, b, c, 0, 5, 5) + __atomic_is_lock_free (n, p);
}

/* ---- Arithmetic that has undefined cases, for sanitizers ---- */

struct flexible { int n; int a[]; };
enum some { ONE, TWO };
int matrix[10][20];
__attribute__ ((returns_nonnull)) void *never_null (void *p) { return p; }
__attribute__ ((nonnull)) void wants (void *p) { use (p); }
enum some enumerated (enum some *p, _Bool *b) { return *b ? p[1] : *p; }

int
undefined (int a, int b, double d, float f, long double l, int *p, int i, void *q)
{
  int v[b];
  use (v);
  wants (q);
  use (never_null (q));
  matrix[a][i] = v[i] + p[i] / b + (a << b) + a % b - a * b + -a;
  matrix[0][i] = (int) d + (char) f + (unsigned) l + (int) (d / f);
  matrix[1][i] += (p + i > (int *) q) + (p - (int *) q) + __builtin_clz (a);
  int *aligned = __builtin_assume_aligned (q, 64);
  switch (a)
    {
    case 1: return *aligned;
    case 2: return ((struct flexible *) q)->a[i];
    default: __builtin_unreachable ();
    }
}

/* ---- Indirect calls and values, for profiles ---- */

int
profiled (int (*f) (int), int n, int *a, size_t m)
{
  int sum = 0;
  for (int i = 0; i < n; i++)
    sum += f (i) + pointer (sum) / (n + 1) % (sum | 1);
  __builtin_memcpy (a, a + n, m);
  return sum;
}

/* fork and exec have another name in a program that is profiled.  */
int __attribute__ ((noinline)) processes (const char *f, char **v)
{
  return __builtin_fork () ? __builtin_execv (f, v) : __builtin_execl (f, f, v[0], (char *) 0);
}

/* ---- Mathematics, also of vectors ---- */

double sin (double), pow (double, double);
float cosf (float);

void
mathematics (double *a, float *b, int n)
{
  for (int i = 0; i < n; i++)
    {
      a[i] = sin (a[i]) + __builtin_pow (a[i], 3.5) + __builtin_fma (a[i], 2, 1);
      b[i] = cosf (b[i]) + __builtin_powif (b[i], n) + __builtin_roundf (b[i]);
    }
  a[0] = __builtin_lrint (a[1]) + __builtin_floor (a[2]) + __builtin_sqrt (a[3]);
}

__attribute__ ((ms_abi)) int
windows (int n)
{
  use (&n);
  return pointer (n);
}

__attribute__ ((constructor)) static void constructor (void) { use (mine); }
__attribute__ ((destructor)) static void destructor (void) { use (&here); }
