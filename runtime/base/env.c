/* env.c - the settings in the environment: CGOMAXPROCS, CGOTRACEBACK, CGODEBUG.

   A value that makes no sense ends the program before it starts: one that was
   ignored would be noticed much later.  An empty variable counts as unset.  A
   program with raised privileges (set-user-ID) takes no settings from its caller.

   SPDX-License-Identifier: MIT  */

#include "base/base.h"
#include "base/sys.h"
#include "cgo/abi.h"

#include <stdlib.h>
#include <string.h>

enum { MAXPROCS = CGO__MAXPROCS, PAGE = 4096 };

struct cgo__debug cgo__debug = {
  .maxprocs = 1,
  .traceback = CGO__TRACE_SINGLE,
  .membarrier = true,
  .segment = CGO_SEGMENT,
  .stacklimit = (size_t) 1 << 30,
  .maxthreads = 10000,
  .threadidle = 5000,
};

int cgo__ncpu = 1;

/* The keys of CGODEBUG: each a number from MIN to MAX.  */
static const struct key
{
  const char *name;
  enum { BOOL, INT, SIZE } type;
  void *where;
  uint64_t min, max;
} keys[] = {
  { "callstats", BOOL, &cgo__debug.callstats, 0, 1 },
  { "chaos", SIZE, &cgo__debug.chaos, 0, UINT32_MAX },
  { "g0size", SIZE, &cgo__debug.g0size, 64 << 10, (uint64_t) 1 << 40 },
  { "guardpage", BOOL, &cgo__debug.guardpage, 0, 1 },
  { "maxthreads", INT, &cgo__debug.maxthreads, 1, 1000000 },
  { "membarrier", BOOL, &cgo__debug.membarrier, 0, 1 },
  { "morestack", BOOL, &cgo__debug.stress, 0, 1 },
  { "schedtrace", INT, &cgo__debug.schedtrace, 0, 1000000000 },
  { "segment", SIZE, &cgo__debug.segment, CGO_SEGMENT_MIN, 64 << 20 },
  { "stacklimit", SIZE, &cgo__debug.stacklimit, 64 << 10, (uint64_t) 1 << 46 },
  { "threadidle", INT, &cgo__debug.threadidle, 1, 1000000000 },
};
enum { KEYS = sizeof keys / sizeof keys[0] };

static void
set (const struct key *k, uint64_t v)
{
  switch (k->type)
    {
    case BOOL:
      *(bool *) k->where = v;
      break;
    case INT:
      *(int *) k->where = v;
      break;
    case SIZE:
      *(size_t *) k->where = v;
      break;
    }
}

/* Decimal digits and nothing else, at most MAX.  */
static bool
parse (const char *s, size_t n, uint64_t max, uint64_t *value)
{
  uint64_t v = 0;
  if (!n)
    return false;
  for (size_t i = 0; i < n; i++)
    {
      if (s[i] < '0' || s[i] > '9')
	return false;
      v = 10 * v + (s[i] - '0');
      if (v > max)
	return false;
    }
  *value = v;
  return true;
}

static const char *
get (const char *name)
{
  const char *s = secure_getenv (name);
  return s && *s ? s : NULL;
}

static int
count_cpus (void)
{
  unsigned long mask[MAXPROCS * 8 / (8 * sizeof (long))];
  long n = cgo__sys_sched_getaffinity (0, sizeof mask, mask);
  int cpus = 0;
  for (long i = 0; i < n / (long) sizeof (long); i++)
    cpus += __builtin_popcountl (mask[i]);
  return cpus ? cpus : 1;
}

static void
read_maxprocs (void)
{
  const char *s = get ("CGOMAXPROCS");
  cgo__ncpu = count_cpus ();
  if (!s)
    {
      int quota = cgo__cgroup_cpus ("");
      int n = cgo__ncpu < quota ? cgo__ncpu : quota;
      cgo__debug.maxprocs = n < MAXPROCS ? n : MAXPROCS;
      return;
    }
  uint64_t v;
  if (!parse (s, strlen (s), MAXPROCS, &v) || v < 1)
    cgo__die ("CGOMAXPROCS=%s: must be a number from 1 to %d", s, MAXPROCS);
  cgo__debug.maxprocs = v;
}

static void
read_traceback (void)
{
  static const char names[][8] = { "none", "single", "all", "system", "crash" };
  const char *s = get ("CGOTRACEBACK");
  if (!s)
    return;
  for (int i = 0; i <= CGO__TRACE_CRASH; i++)
    if (strcmp (s, names[i]) == 0)
      {
	cgo__debug.traceback = i;
	return;
      }
  cgo__die ("CGOTRACEBACK=%s: must be none, single, all, system or crash", s);
}

/* Insertions, deletions and replacements between A, of N bytes, and B.  */
static unsigned
distance (const char *a, size_t n, const char *b)
{
  enum { MAX = 16 };
  unsigned row[MAX + 1];
  size_t m = strlen (b);
  if (n > MAX || m > MAX)
    return MAX;
  for (size_t j = 0; j <= m; j++)
    row[j] = j;
  for (size_t i = 1; i <= n; i++)
    {
      unsigned diagonal = row[0];
      row[0] = i;
      for (size_t j = 1; j <= m; j++)
	{
	  unsigned best = diagonal + (a[i - 1] != b[j - 1]);
	  diagonal = row[j];
	  if (row[j] + 1 < best)
	    best = row[j] + 1;
	  if (row[j - 1] + 1 < best)
	    best = row[j - 1] + 1;
	  row[j] = best;
	}
    }
  return row[m];
}

_Noreturn static void
unknown_key (const char *s, size_t n)
{
  const struct key *best = keys;
  for (const struct key *k = keys + 1; k < keys + KEYS; k++)
    if (distance (s, n, k->name) < distance (s, n, best->name))
      best = k;
  if (distance (s, n, best->name) <= 3)
    cgo__die ("CGODEBUG=%.*s: no such setting; did you mean `%s'?", (int) n, s,
	      best->name);
  cgo__die ("CGODEBUG=%.*s: no such setting; there are callstats, chaos, g0size,"
	    " guardpage, maxthreads, membarrier, morestack, schedtrace, segment, stacklimit"
	    " and threadidle",
	    (int) n, s);
}

/* One `key=value' of N bytes.  */
static void
read_setting (const char *s, size_t n)
{
  const char *eq = memchr (s, '=', n);
  size_t len = eq ? (size_t) (eq - s) : n;
  const struct key *k = keys;
  while (k < keys + KEYS
	 && (strlen (k->name) != len || memcmp (k->name, s, len) != 0))
    k++;
  if (k == keys + KEYS)
    unknown_key (s, len);
  uint64_t v;
  if (!eq || !parse (eq + 1, n - len - 1, k->max, &v) || v < k->min)
    cgo__die ("CGODEBUG=%.*s: %s must be a number from %lu to %lu", (int) n, s,
	      k->name, k->min, k->max);
  set (k, v);
}

static void
read_debug (void)
{
  const char *s = get ("CGODEBUG");
  while (s && *s)
    {
      size_t n = strcspn (s, ",");
      if (n)
	read_setting (s, n);
      s += n + (s[n] == ',');
    }
  struct cgo__debug *d = &cgo__debug;
  d->g0size = (d->g0size + PAGE - 1) & -(size_t) PAGE;
  size_t size = CGO_SEGMENT_MIN;
  while (size < d->segment)
    size *= 2;
  d->segment = size;
  if (d->stacklimit < d->segment)
    cgo__die ("CGODEBUG: stacklimit, %zu bytes, is less than the first segment,"
	      " %zu", d->stacklimit, d->segment);
}

void
cgo__env_init (void)
{
  read_maxprocs ();
  read_traceback ();
  read_debug ();
}
