/* A report that cannot be written.

   { dg-options "-fplugin-arg-cgoplug-report=/nonexistent/report" }
   { dg-error "cannot write '/nonexistent/report' of '-fplugin-arg-cgoplug-report': No such file or directory" "" { target *-*-* } 0 }  */

int f (void) { return 1; }
