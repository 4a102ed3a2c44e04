/* A list of declarations that cannot be written.

   { dg-options "-fplugin-arg-cgoplug-dump-declarations=/nonexistent/list" }
   { dg-error "cannot write '/nonexistent/list' of '-fplugin-arg-cgoplug-dump-declarations': No such file or directory" "" { target *-*-* } 0 }  */

int f (void) { return 1; }
