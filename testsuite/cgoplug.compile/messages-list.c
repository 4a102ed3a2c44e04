/* What is wrong in a list: file, line, and what is allowed.

   { dg-options "-fplugin-arg-cgoplug-list=$srcdir/cgoplug.compile/list-bad.list" }
   { dg-error "list-bad.list:2: '1bad' is no function's name or pattern; what is allowed is 'NAME \\\[MODE \\\[BYTES\\\]\\\]'" "" { target *-*-* } 0 }
   { dg-error "list-bad.list:3: unknown mode 'frob'; the modes are 'default', 'nonblocking', 'blocking', 'pin' and 'leaf' with its bytes" "" { target *-*-* } 0 }
   { dg-error "list-bad.list:4: 'good' stands in line 1 already" "" { target *-*-* } 0 }
   { dg-error "list-bad.list:5: mode 'leaf' wants the bytes of stack the function needs, from 1 to 640" "" { target *-*-* } 0 }
   { dg-error "list-bad.list:6: the bytes of mode 'leaf' are a number from 1 to 640, not '641'" "" { target *-*-* } 0 }
   { dg-error "list-bad.list:7: mode 'blocking' takes no bytes; remove '3'" "" { target *-*-* } 0 }
   { dg-error "list-bad.list:8: nothing may follow the bytes, but there is '65'; what is allowed is 'NAME \\\[MODE \\\[BYTES\\\]\\\]'" "" { target *-*-* } 0 }
   { dg-error "list-bad.list:10: unknown mode 'xyzzyplugh'; the modes are" "" { target *-*-* } 0 }  */

int x;
