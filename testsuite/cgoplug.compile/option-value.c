/* A value for an option that has none.

   { dg-options "-fplugin-arg-cgoplug-dump=1" }
   { dg-error "option '-fplugin-arg-cgoplug-dump' takes no value; remove '=1'" "" { target *-*-* } 0 }  */

int x;
