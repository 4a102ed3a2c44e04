/* A call that is one of C or of goroutine code by a condition: the type of the
   condition has cgo_call, and goroutine code would run on the big stack.

   { dg-options "-O2" }  */

#include <stdio.h>

int c_one (int) __attribute__ ((cgo_call));
int c_two (int) __attribute__ ((cgo_call ("blocking")));
int goroutine (int);

int f (int c, int x) { return (c ? c_one : goroutine) (x); } /* { dg-error "this calls either C or goroutine code, as the condition has it, which are called in different ways; write two calls" } */
int g (int c, int (*p) (int)) { return (c ? p : c_one) (c); } /* { dg-error "this calls either C or goroutine code" } */
int h (int c, int x) { return (c ? c_one : c == 1 ? c_two : goroutine) (x); } /* { dg-error "this calls either C or goroutine code" } */
int k (int c, int x) { return (c ? c_one : c_two) (x); }
int m (int c, const char *s) { return (c ? puts : c ? remove : puts) (s); }
int n (int c, int (*p) (int)) { return (c ? p : goroutine) (c); }
