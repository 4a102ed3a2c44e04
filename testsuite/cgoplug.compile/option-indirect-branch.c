/* With -mindirect-branch no call may go through memory, which was an internal error
   where calls go around the PLT.

   { dg-do assemble }
   { dg-options "-O2 -fPIC -mindirect-branch=thunk" }  */

int g (int, int, int, int, int, int, int);

int f (int x) { return g (1, 2, 3, 4, 5, 6, x) + g (x, 2, 3, 4, 5, 6, 7); }
int h (int x) { return g (1, 2, 3, 4, 5, 6, x); }
