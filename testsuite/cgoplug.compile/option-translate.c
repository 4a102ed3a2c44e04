/* A file that cannot be written.

   { dg-options "-fplugin-arg-cgoplug-translate=/nonexistent/x" }
   { dg-error "cannot write '/nonexistent/x' of '-fplugin-arg-cgoplug-translate': No such file or directory" "" { target *-*-* } 0 }  */

int x;
