/* C of lent-kept.c.  */

#define _GNU_SOURCE
#include <cgo/abi.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

extern __thread struct { char *m; } __cgo_tls
  __attribute__ ((tls_model ("initial-exec")));

static int
lost (void)
{
  unsigned retake = *(volatile unsigned *) (__cgo_tls.m + CGO_M_RETAKE);
  return (retake & CGO_RETAKE_TAKEN) != 0;
}

int
lost_for (int us)
{
  usleep (us);
  return lost ();
}

/* How often the other threads have gone to sleep.  */
static long
slept (void)
{
  long sum = 0, n;
  char name[64], line[128];
  DIR *d = opendir ("/proc/self/task");
  for (struct dirent *e; d && (e = readdir (d)); )
    {
      if (e->d_name[0] == '.' || atoi (e->d_name) == gettid ())
	continue;
      snprintf (name, sizeof name, "/proc/self/task/%.20s/status", e->d_name);
      FILE *f = fopen (name, "r");
      while (f && fgets (line, sizeof line, f))
	if (sscanf (line, "voluntary_ctxt_switches: %ld", &n) == 1)
	  sum += n;
      if (f)
	fclose (f);
    }
  if (d)
    closedir (d);
  return sum;
}

int
lost_and_awake (int us, long *awake)
{
  usleep (us / 2);
  long before = slept ();
  usleep (us / 2);
  *awake = slept () - before;
  return lost ();
}
