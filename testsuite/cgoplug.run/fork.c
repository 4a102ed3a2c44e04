/* Without a child that can go on, fork, system and popen cannot be used: the child
   has one thread and no sysmon, runs C and its goroutine, and ends.  */

#include <cgo.h>
#include "check.h"
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

static cgo_wg wg;

static void
busy (volatile int *stop)
{
  while (!*stop)
    cgo_gosched ();
  cgo_wg_done (&wg);
}

int
main (void)
{
  volatile int stop = 0;
  cgo_wg_add (&wg, 3);
  for (int i = 0; i < 3; i++)
    CHECK_EQ (cgo_go (busy, &stop), 0);
  for (int i = 0; i < 5; i++)
    {
      int status;
      pid_t child = fork ();
      CHECK (child >= 0);
      if (child == 0)
	{
	  char *p = malloc (1000);
	  memset (p, 1, 1000);
	  _exit (p[999] + 20);
	}
      CHECK_EQ (waitpid (child, &status, 0), child);
      CHECK (WIFEXITED (status) && WEXITSTATUS (status) == 21);
    }
  CHECK_EQ (system ("exit 3") >> 8, 3);
  char line[20];
  FILE *f = popen ("echo hello", "r");
  CHECK (f && fgets (line, sizeof line, f) && strcmp (line, "hello\n") == 0);
  CHECK_EQ (pclose (f), 0);
  stop = 1;
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  return 0;
}
