/* The same library, found by dlopen, on a thread that has ended when it is used.

   { dg-library "dlopen" }
   { dg-foreign "library_c.c" }
   { dg-foreign-options "-DDLOPEN" }
   { dg-output "exit handler 55\nlibrary destructor\n" }
   { dg-timeout 60 }  */

#include "library-shared.c"
