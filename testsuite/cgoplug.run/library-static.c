/* The same library as an archive, in a static program.

   { dg-library "archive" }
   { dg-foreign "library_c.c" }
   { dg-link "-static" }
   { dg-output "exit handler 55\nlibrary destructor\n" }
   { dg-timeout 60 }  */

#include "library-shared.c"
