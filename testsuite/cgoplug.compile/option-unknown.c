/* An unknown option is an error that lists what there is.

   { dg-options "-fplugin-arg-cgoplug-xyzzyplugh" }
   { dg-error "unknown option '-fplugin-arg-cgoplug-xyzzyplugh' \\(options are: dump, dump-declarations, foreign, list, preempt, report, system, translate, warn\\)" "" { target *-*-* } 0 }  */

int x;
