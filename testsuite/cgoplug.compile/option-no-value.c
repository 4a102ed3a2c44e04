/* An option without the value that it wants.

   { dg-options "-fplugin-arg-cgoplug-report" }
   { dg-error "option '-fplugin-arg-cgoplug-report' wants a value: '-fplugin-arg-cgoplug-report=FILE'" "" { target *-*-* } 0 }  */

int x;
