/* limits.c - `cgo doctor' on what the machine gives to a program.

   Processors: CGOMAXPROCS is the number of those that the program may run on, as
   runtime/base/env.c counts.  It does not look at a control group's quota; where that is
   less the group's threads stand still for a part of each period, the one that holds a lock
   or a goroutine's only processor, too.

   SPDX-License-Identifier: MIT  */

#include "cgo.h"
#include "doctor.h"

#include <sched.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* Below these something is missing, or slow.  */
enum
{
  FILES_LEAST = 64, FILES_FEW = 1024,
  THREADS_LEAST = 16, THREADS_FEW = 1024,
  MAPS_FEW = 65530,
  STACK_SMALL = 1 << 20
};

/* The first line of FILE below ROOT, without its end, or null; to be freed.  */

static char *
read_line (const char *root, const char *file)
{
  char *path = cgo_append (NULL, "%s%s", root, file), *line = NULL;
  size_t size = 0;
  FILE *f = fopen (path, "r");
  free (path);
  if (!f)
    return NULL;
  ssize_t n = getline (&line, &size, f);
  fclose (f);
  if (n <= 0)
    {
      free (line);
      return NULL;
    }
  line[strcspn (line, "\n")] = 0;
  return line;
}

/* ---- Processors ---- */

static int
affinity (void)
{
  enum { MOST = 8192 };
  cpu_set_t *set = CPU_ALLOC (MOST);
  size_t size = CPU_ALLOC_SIZE (MOST);
  int n = set && !sched_getaffinity (0, size, set) ? CPU_COUNT_S (size, set) : 1;
  CPU_FREE (set);
  return n;
}

/* The path of this process's control group, version 2, or of CONTROLLER's, or null.  */

static char *
control_group (const char *controller)
{
  char *line = NULL, *found = NULL;
  size_t size = 0;
  FILE *f = fopen ("/proc/self/cgroup", "r");
  while (f && !found && getline (&line, &size, f) > 0)
    {
      line[strcspn (line, "\n")] = 0;
      char *names = strchr (line, ':'), *path = names ? strchr (names + 1, ':') : NULL;
      if (!path)
	continue;
      *path = 0;
      if (controller ? strstr (names, controller) != NULL : !names[1])
	found = cgo_copy (path + 1);
    }
  if (f)
    fclose (f);
  free (line);
  return found;
}

/* "QUOTA PERIOD" in microseconds as processors, 0 if there is no quota.  */

static double
processors (const char *text)
{
  double quota, period;
  return text && sscanf (text, "%lf %lf", &quota, &period) == 2 && quota > 0 && period > 0
	 ? quota / period : 0;
}

static double
least (double a, double b)
{
  return !a || (b && b < a) ? b : a;
}

/* The least quota of the group and those above it, or 0.  */

static double
quota_v2 (void)
{
  double quota = 0;
  char *path = control_group (NULL);
  while (path)
    {
      char *root = cgo_append (NULL, "/sys/fs/cgroup%s", path);
      char *text = read_line (root, "/cpu.max");
      quota = least (quota, processors (text));
      free (text);
      free (root);
      char *slash = strrchr (path, '/');
      if (!slash || !path[1])
	break;
      slash[slash == path] = 0;
    }
  free (path);
  return quota;
}

static double
quota_v1 (void)
{
  char *quota = read_line ("/sys/fs/cgroup/cpu", "/cpu.cfs_quota_us");
  char *period = read_line ("/sys/fs/cgroup/cpu", "/cpu.cfs_period_us");
  char *both = cgo_append (NULL, "%s %s", quota ? quota : "-1", period ? period : "0");
  double n = processors (both);
  free (both);
  free (period);
  free (quota);
  return n;
}

void
cgo_check_processors (void)
{
  int n = affinity ();
  long machine = sysconf (_SC_NPROCESSORS_ONLN);
  double quota = least (quota_v2 (), quota_v1 ());
  const char *set = getenv ("CGOMAXPROCS");
  if (set && *set)
    {
      cgo_say ("processors", atoi (set) > n ? SLOW : OK, "CGOMAXPROCS=%s, and the program may "
	       "run on %d of %ld", set, n, machine);
      return;
    }
  if (quota && quota < n)
    cgo_say ("processors", SLOW, "CGOMAXPROCS is %d, but the control group has a quota of %.2g: "
	     "set CGOMAXPROCS=%d", n, quota, quota < 1 ? 1 : (int) (quota + 0.999));
  else if (n == 1 && machine > 1)
    cgo_say ("processors", SLOW, "CGOMAXPROCS is 1: the program may run on one of %ld only",
	     machine);
  else
    cgo_say ("processors", OK, "CGOMAXPROCS is %d, of %ld", n, machine);
}

/* ---- Limits ---- */

/* A limit of the process, and below what it is missing or slow.  */

static void
check_rlimit (const char *name, int resource, rlim_t least, rlim_t few, const char *what,
	      const char *cure)
{
  struct rlimit r;
  if (getrlimit (resource, &r))
    return;
  if (r.rlim_cur == RLIM_INFINITY)
    cgo_say (name, OK, "no limit of %s", what);
  else
    cgo_say (name, r.rlim_cur < least ? MISSING : r.rlim_cur < few ? SLOW : OK,
	     "at most %llu %s%s%s", (unsigned long long) r.rlim_cur, what,
	     r.rlim_cur < few ? "; " : "", r.rlim_cur < few ? cure : "");
}

static void
check_maps (void)
{
  char *text = read_line ("/proc/sys/vm/", "max_map_count");
  if (!text)
    return;
  long n = atol (text);
  cgo_say ("mappings", n < MAPS_FEW ? SLOW : OK, "vm.max_map_count is %ld%s", n,
	   n < MAPS_FEW ? ": with CGODEBUG=guardpage=1 each segment takes two" : "");
  free (text);
}

static void
check_overcommit (void)
{
  char *text = read_line ("/proc/sys/vm/", "overcommit_memory");
  if (!text)
    return;
  bool strict = !strcmp (text, "2");
  cgo_say ("overcommit", strict ? SLOW : OK, "vm.overcommit_memory is %s%s", text,
	   strict ? ": the stack of each thread counts in full" : "");
  free (text);
}

static void
check_tasks (void)
{
  char *path = control_group (NULL);
  char *root = path ? cgo_append (NULL, "/sys/fs/cgroup%s", path) : NULL;
  char *text = root ? read_line (root, "/pids.max") : NULL;
  if (text && strcmp (text, "max"))
    {
      long n = atol (text);
      cgo_say ("tasks", n < THREADS_LEAST ? MISSING : n < THREADS_FEW ? SLOW : OK,
	       "at most %ld threads in the control group", n);
    }
  free (text);
  free (root);
  free (path);
}

void
cgo_check_limits (void)
{
  check_rlimit ("files", RLIMIT_NOFILE, FILES_LEAST, FILES_FEW, "open files",
		"servers want more: ulimit -n 4096");
  check_rlimit ("threads", RLIMIT_NPROC, THREADS_LEAST, THREADS_FEW, "threads of the user",
		"each call of C that blocks takes one: ulimit -u 4096");
  check_tasks ();
  check_rlimit ("stack", RLIMIT_STACK, 0, STACK_SMALL, "bytes of stack for C that main calls",
		"C may expect more: ulimit -s 8192");
  check_maps ();
  check_overcommit ();
}
