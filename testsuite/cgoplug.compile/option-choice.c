/* A word that an option does not know.

   { dg-options "-fplugin-arg-cgoplug-system=none -fplugin-arg-cgoplug-warn=all -fplugin-arg-cgoplug-preempt=always" }
   { dg-error "option '-fplugin-arg-cgoplug-system' is 'foreign' or 'ask', not 'none'" "" { target *-*-* } 0 }
   { dg-error "option '-fplugin-arg-cgoplug-warn' is 'none' or 'implicit', not 'all'" "" { target *-*-* } 0 }
   { dg-error "option '-fplugin-arg-cgoplug-preempt' is 'checks', 'loops' or 'async', not 'always'" "" { target *-*-* } 0 }  */

int x;
