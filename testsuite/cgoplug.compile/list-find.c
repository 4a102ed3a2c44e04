/* A list that is nowhere, and one that is not where its name says.

   { dg-options "-fplugin-arg-cgoplug-list=nowhere.list -fplugin-arg-cgoplug-list=./nowhere.list -fplugin-arg-cgoplug-foreign=f:blockin" }
   { dg-error "there is no list 'nowhere.list' in the current directory or in (\\S+:)?/\\S+/cgoplug/lists" "" { target *-*-* } 0 }
   { dg-error "cannot read list './nowhere.list': No such file or directory" "" { target *-*-* } 0 }
   { dg-error "-fplugin-arg-cgoplug-foreign: unknown mode 'blockin'; did you mean 'blocking'\\?" "" { target *-*-* } 0 }  */

int x;
