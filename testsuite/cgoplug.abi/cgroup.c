/* A program in a container starts as many threads as the machine has processors, and the kernel
   stops all of them as soon as the container's share of the time is used up.  What control
   groups there are depends on the machine: so here they are files below a directory of ours,
   which the runtime's own source reads.  */

#include "check.h"
#include "base/cgroup.c"
#include "base/format.c"
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

static char root[] = "cgroup.XXXXXX";

/* Writes TEXT to NAME below the root, and makes the directories.  */
static void
set (const char *name, const char *text)
{
  char path[512];
  snprintf (path, sizeof path, "%s/%s", root, name);
  for (char *s = path + strlen (root) + 1; (s = strchr (s, '/')); *s++ = '/')
    {
      *s = 0;
      mkdir (path, 0777);
    }
  FILE *f = fopen (path, "w");
  CHECK (f && fputs (text, f) >= 0 && fclose (f) == 0);
}

int
main (void)
{
  CHECK (mkdtemp (root) != NULL);
  CHECK_EQ (cgo__cgroup_cpus (root), INT_MAX);

  /* Version 2: the group has no limit, the one above it has, the root's is higher.  */
  set ("proc/self/cgroup", "0::/system.slice/x.service\n");
  CHECK_EQ (cgo__cgroup_cpus (root), INT_MAX);
  set ("sys/fs/cgroup/system.slice/x.service/cpu.max", "max 100000\n");
  CHECK_EQ (cgo__cgroup_cpus (root), INT_MAX);
  set ("sys/fs/cgroup/system.slice/cpu.max", "250000 100000\n");
  CHECK_EQ (cgo__cgroup_cpus (root), 3);
  set ("sys/fs/cgroup/cpu.max", "800000 100000\n");
  CHECK_EQ (cgo__cgroup_cpus (root), 3);
  set ("sys/fs/cgroup/system.slice/x.service/cpu.max", "10000 100000\n");
  CHECK_EQ (cgo__cgroup_cpus (root), 1);

  /* The path is the host's: only the root is there.  */
  set ("proc/self/cgroup", "0::/docker/abc\n");
  CHECK_EQ (cgo__cgroup_cpus (root), 8);

  /* Version 1, other controllers beside it, and one whose name begins alike.  */
  set ("proc/self/cgroup", "5:cpuset:/\n4:cpuacct,cpu:/a/b\n3:memory:/z\n");
  CHECK_EQ (cgo__cgroup_cpus (root), INT_MAX);
  set ("sys/fs/cgroup/cpu/a/b/cpu.cfs_quota_us", "-1\n");
  set ("sys/fs/cgroup/cpu/a/b/cpu.cfs_period_us", "50000\n");
  CHECK_EQ (cgo__cgroup_cpus (root), INT_MAX);
  set ("sys/fs/cgroup/cpu/a/b/cpu.cfs_quota_us", "100001\n");
  CHECK_EQ (cgo__cgroup_cpus (root), 3);

  /* What is no number is no limit.  */
  set ("sys/fs/cgroup/cpu/a/b/cpu.cfs_quota_us", "many\n");
  CHECK_EQ (cgo__cgroup_cpus (root), INT_MAX);
  return 0;
}
