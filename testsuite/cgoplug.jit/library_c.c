/* A program that knows nothing of goroutines.  */

#include "check.h"
#include <dlfcn.h>

int
main (int argc, char **argv)
{
  CHECK_EQ (argc, 2);
  void *library = dlopen (argv[1], RTLD_NOW | RTLD_LOCAL);
  if (!library)
    dprintf (2, "%s\n", dlerror ());
  CHECK (library != NULL);
  long (*(*make) (void)) (long) = (long (*(*) (void)) (long)) dlsym (library, "library_make");
  CHECK (make != NULL);
  long (*f) (long) = make ();
  CHECK (f != NULL);
  for (int i = 0; i < 100; i++)
    CHECK_EQ (f (i), i);
  return 0;
}
