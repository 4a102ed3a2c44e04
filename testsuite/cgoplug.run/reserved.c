/* Old programs declare what they use of the C library by themselves, and wrongly.  A
   name that ISO C reserves is the library's all the same, or the link fails.

   { dg-options "-Wno-builtin-declaration-mismatch" }  */

#include "check.h"

typedef __SIZE_TYPE__ size;
int memcmp (const char *, const char *, size);
char *strchr (char *, int);

int
main (void)
{
  char text[] = "segment";
  HIDE (text[0]);
  CHECK (memcmp (text, "segments", 7) == 0);
  CHECK (strchr (text, 'g') == text + 2);
  return 0;
}
