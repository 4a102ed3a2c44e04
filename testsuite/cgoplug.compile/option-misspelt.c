/* A misspelt option is an error that names the nearest.

   { dg-options "-fplugin-arg-cgoplug-dmp" }
   { dg-error "unknown option '-fplugin-arg-cgoplug-dmp'; did you mean '-fplugin-arg-cgoplug-dump'\\? \\(options are: dump, dump-declarations, foreign, list, preempt, report, system, translate, warn\\)" "" { target *-*-* } 0 }  */

int x;
