/* cgroup.c - how many processors the process's control groups let it use.

   A container is given, say, two and a half processors' time of sixty-four.  Every thread
   beyond three then only makes the kernel stop all of them sooner, in the middle of anything.

   The quota of a group is in cpu.max, `250000 100000' or `max 100000' (version 2), or in
   cpu.cfs_quota_us and cpu.cfs_period_us (version 1), in microseconds; the lowest on the way
   from our group up to the root counts.  /proc/self/cgroup has the group's path, a line each:

     0::/system.slice/x			version 2
     4:cpu,cpuacct:/docker/x		version 1

   Inside a container the path may be one of the host's that is not there, because what is
   mounted is the container's own group: then only its root is found, which is the one we
   want.  The file systems are looked for where distributions mount them, /sys/fs/cgroup.
   Nothing of this is an error; a limit that cannot be read is none.

   SPDX-License-Identifier: MIT  */

#include "base/base.h"
#include "base/format.h"
#include "base/sys.h"

#include <fcntl.h>
#include <limits.h>
#include <string.h>

enum { PATH = 1024, FILE_MAX = 4096 };

/* The text of DIR/FILE, null if there is none; at most SIZE - 1 bytes of it.  */
static char *
read_file (const char *dir, const char *file, char *buf, size_t size)
{
  char name[PATH + 64];
  cgo__format (name, sizeof name, "%s/%s", dir, file);
  int fd = cgo__sys_open (name, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return NULL;
  long n = cgo__sys_read (fd, buf, size - 1);
  cgo__sys_close (fd);
  if (n <= 0)
    return NULL;
  buf[n] = 0;
  return buf;
}

/* The number that *S begins with, behind which it is left; -1 if there is none.  */
static int64_t
number (const char **s)
{
  int64_t v = 0;
  if (**s < '0' || **s > '9')
    return -1;
  for (; **s >= '0' && **s <= '9' && v < INT64_MAX / 100; ++*s)
    v = 10 * v + (**s - '0');
  return v;
}

/* Processors, rounded up; INT_MAX: no limit.  */
static int
cpus (int64_t quota, int64_t period)
{
  if (quota <= 0 || period <= 0)
    return INT_MAX;
  int64_t n = (quota + period - 1) / period;
  return n < INT_MAX ? n : INT_MAX;
}

static int
limit_v2 (const char *dir)
{
  char buf[64];
  const char *s = read_file (dir, "cpu.max", buf, sizeof buf);
  if (!s)
    return INT_MAX;
  int64_t quota = number (&s);
  while (*s == ' ')
    s++;
  return cpus (quota, number (&s));
}

static int
limit_v1 (const char *dir)
{
  char buf[64];
  const char *s = read_file (dir, "cpu.cfs_quota_us", buf, sizeof buf);
  int64_t quota = s ? number (&s) : -1;
  s = read_file (dir, "cpu.cfs_period_us", buf, sizeof buf);
  return cpus (quota, s ? number (&s) : -1);
}

/* The lowest limit of the group PATH below MOUNT and of those above it.  */
static int
lowest (const char *mount, const char *path, int (*limit) (const char *))
{
  char dir[PATH];
  if (cgo__format (dir, sizeof dir, "%s%s", mount, path) >= (int) sizeof dir - 1)
    return INT_MAX;
  size_t root = strlen (mount);
  int least = INT_MAX;
  for (;;)
    {
      int n = limit (dir);
      least = n < least ? n : least;
      char *slash = strrchr (dir + root, '/');
      if (!slash)
	return least;
      *slash = 0;
    }
}

/* Whether the comma-separated LIST, which ends with a colon, has the controller cpu.  */
static bool
has_cpu (const char *list)
{
  for (const char *s = list; *s && *s != ':'; s++)
    if ((s == list || s[-1] == ',') && strncmp (s, "cpu", 3) == 0
	&& (s[3] == ',' || s[3] == ':'))
      return true;
  return false;
}

/* One line of /proc/self/cgroup.  */
static int
limit_of_line (const char *root, const char *line)
{
  char mount[PATH];
  const char *list = strchr (line, ':');
  const char *path = list ? strchr (list + 1, ':') : NULL;
  if (!path)
    return INT_MAX;
  bool v2 = list[1] == ':';
  if (!v2 && !has_cpu (list + 1))
    return INT_MAX;
  cgo__format (mount, sizeof mount, "%s/sys/fs/cgroup%s", root, v2 ? "" : "/cpu");
  return lowest (mount, strcmp (path + 1, "/") == 0 ? "" : path + 1,
		 v2 ? limit_v2 : limit_v1);
}

int
cgo__cgroup_cpus (const char *root)
{
  char buf[FILE_MAX], dir[PATH];
  int least = INT_MAX;
  cgo__format (dir, sizeof dir, "%s/proc/self", root);
  char *line = read_file (dir, "cgroup", buf, sizeof buf);
  while (line && *line)
    {
      char *end = strchr (line, '\n');
      if (end)
	*end = 0;
      int n = limit_of_line (root, line);
      least = n < least ? n : least;
      line = end ? end + 1 : NULL;
    }
  return least;
}
