/* doctor.c - `cgo doctor': is everything here, and what will be slow?

   A line for each thing that is looked at: its name, ok, slow or missing, and what was
   found.  slow: programs run, but something costs more than it need.  missing: they do not
   run, or not for long; then the exit status is 1.

   The compiler is asked by doing what a user does: a program is compiled, linked and run.

   SPDX-License-Identifier: MIT  */

#include "cgo.h"
#include "doctor.h"
#include "cgo/abi.h"

#include <linux/membarrier.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static bool missing;

void
cgo_say (const char *name, enum finding finding, const char *format, ...)
{
  static const char *const words[] = { "ok", "slow", "missing" };
  va_list ap;
  va_start (ap, format);
  printf ("%-16s %s: ", name, words[finding]);
  vprintf (format, ap);
  putchar ('\n');
  va_end (ap);
  missing |= finding == MISSING;
}

/* ---- Compiler, plugin, library ---- */

/* What the compiler or the linker says, up to the first line that tells more than a name;
   cut in place.  */

static const char *
first_error (char *text)
{
  static const char *const signs[] = { "error: ", "undefined reference", "cannot ", "not found" };
  char *found = NULL;
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
    {
      char *s = strstr (text, signs[i]);
      if (s && (!found || s < found))
	found = s;
    }
  char *line = found ? found : text;
  while (line > text && line[-1] != '\n')
    line--;
  line[strcspn (line, "\n")] = 0;
  return *line ? line : "it says nothing";
}

/* The compiler runs and is the one that the plugin was built for.  */

static bool
check_compiler (void)
{
  int status;
  char *command = cgo_append (NULL, "%s -dumpfullversion", cgo_compiler ());
  char *version = cgo_run (command, &status);
  version[strcspn (version, "\n")] = 0;
  bool right = status == 0 && !strcmp (version, CGO_GCC_VERSION);
  if (right)
    cgo_say ("compiler", OK, "%s is GCC %s", cgo_compiler (), version);
  else if (status)
    cgo_say ("compiler", MISSING, "%s is no GCC that runs (%s); set CC to GCC " CGO_GCC_VERSION,
	     cgo_compiler (), version);
  else
    cgo_say ("compiler", MISSING, "%s is GCC %s, and cgoplug was built for " CGO_GCC_VERSION
	     "; set CC", cgo_compiler (), version);
  free (command);
  free (version);
  return right;
}

static const char *
flags (const char *name, const char *otherwise)
{
  const char *value = getenv (name);
  return value ? value : otherwise;
}

/* The plugin loads into it.  */

static bool
check_plugin (void)
{
  int status;
  char *plugin = cgo_quoted (cgo_plugin ());
  free (cgo_temporary_file ("doctor.c",
			    "#include <cgo.h>\n#include <stdio.h>\n"
			    "static void one (cgo_wg *wg) { cgo_wg_done (wg); }\n"
			    "int main (void) {\n"
			    "  cgo_wg wg = CGO_WG_INIT;\n  cgo_wg_add (&wg, 1);\n"
			    "  cgo_go (one, &wg);\n  cgo_wg_wait (&wg);\n"
			    "  printf (\"CGOMAXPROCS is %d\\n\", cgo_maxprocs ());\n"
			    "  return 0;\n}\n"));
  char *directory = cgo_quoted (cgo_temporary ());
  char *command = cgo_append (NULL, "%s -fplugin=%s %s -c %s/doctor.c -o %s/doctor.o",
			      cgo_compiler (), plugin,
			      flags ("CGO_CPPFLAGS", "-I" CGO_INCLUDEDIR), directory, directory);
  char *text = cgo_run (command, &status);
  if (status == 0)
    cgo_say ("plugin", OK, "%s loads and compiles", cgo_plugin ());
  else
    cgo_say ("plugin", MISSING, "%s: %s", cgo_plugin (), first_error (text));
  free (text);
  free (command);
  free (directory);
  free (plugin);
  return status == 0;
}

/* What it compiles links with libcgo, whose ABI is then the same, and runs.  */

static void
check_library (void)
{
  int status;
  char *directory = cgo_quoted (cgo_temporary ());
  char *command
    = cgo_append (NULL, "%s %s/doctor.o -o %s/doctor %s %s", cgo_compiler (), directory,
		  directory, flags ("CGO_LDFLAGS", "-L" CGO_LIBDIR " -Wl,-rpath," CGO_LIBDIR),
		  flags ("CGO_LIBS", "-lcgo"));
  char *text = cgo_run (command, &status);
  free (command);
  if (status != 0)
    cgo_say ("library", MISSING, "%s%s", strstr (text, CGO_ABI_SYMBOL_NAME)
	     ? "libcgo is of another ABI than the plugin: " : "", first_error (text));
  else
    {
      free (text);
      command = cgo_append (NULL, "%s/doctor", directory);
      text = cgo_run (command, &status);
      free (command);
      text[strcspn (text, "\n")] = 0;
      if (status == 0)
	cgo_say ("library", OK, "a program links and runs: %s", text);
      else
	cgo_say ("library", MISSING, "a program does not run (status %d): %s", status, text);
    }
  free (text);
  free (directory);
}

/* ---- Tools ---- */

static void
check_tool (const char *tool, const char *use)
{
  int status;
  char *command = cgo_append (NULL, "command -v %s", tool);
  char *text = cgo_run (command, &status);
  text[strcspn (text, "\n")] = 0;
  if (status == 0)
    cgo_say (tool, OK, "%s", text);
  else
    cgo_say (tool, OK, "not here; %s", use);
  free (text);
  free (command);
}

/* ---- Kernel ---- */

static void
check_membarrier (void)
{
  long can = syscall (SYS_membarrier, MEMBARRIER_CMD_QUERY, 0, 0);
  if (can >= 0 && can & MEMBARRIER_CMD_PRIVATE_EXPEDITED)
    cgo_say ("membarrier", OK, "private expedited");
  else
    cgo_say ("membarrier", SLOW, "the kernel has none, or a filter forbids it: each call of C "
	     "has a fence");
}

/* ---- The command ---- */

static error_t
parse (int key, char *arg, struct argp_state *state)
{
  if (key == ARGP_KEY_ARG)
    argp_error (state, "takes no argument, but there is `%s'", arg);
  return ARGP_ERR_UNKNOWN;
}

int
cgo_doctor (int argc, char **argv)
{
  static const struct argp argp = {
    NULL, parse, "",
    "Check the compiler, the plugin, the library and the machine, and say what is slow or "
    "missing.\v"
    "CC is the compiler, CGO_PLUGIN the plugin, and CGO_CPPFLAGS, CGO_LDFLAGS and CGO_LIBS "
    "find cgo.h and libcgo, if they are set.\n"
    "Exit status: 0, 1 if something is missing, 2 for a bad option.", NULL, NULL, NULL
  };
  argp_parse (&argp, argc, argv, 0, NULL, NULL);
  if (check_compiler () && check_plugin ())
    check_library ();
  check_membarrier ();
  cgo_check_processors ();
  cgo_check_limits ();
  check_tool ("gdb", "it shows the stacks of goroutines as any others");
  check_tool ("valgrind", "it is for C; of goroutines it knows little");
  return missing ? CGO_FOUND : CGO_OK;
}
