/* Every name of goroutine code has a marker, or its callers in other units do not link:
   aliases, what an ifunc chooses, functions without a check.  C has none.

   { dg-options "-O2" }
   { dg-final { scan-function "" "^\"body: compile it with the cgoplug plugin or declare it CGO_CALL\":" } }
   { dg-final { scan-function "" "^\"also: compile it with" } }
   { dg-final { scan-function "" "\\.weak\t\"perhaps: compile it with" } }
   { dg-final { scan-function "" "^\"chosen: compile it with" } }
   { dg-final { scan-function "" "^\"unchecked: compile it with" } }
   { dg-final { scan-function-not "" "^\"(c_body|c_also|as_c): compile it with" } }  */

int body (int x) { return x; }
int also (int) __attribute__ ((alias ("body")));
int perhaps (int) __attribute__ ((weak, alias ("also")));
int as_c (int) __attribute__ ((alias ("body"), cgo_call));

static int choice (int x) { return x + 1; }
static void *resolve (void) { return choice; }
int chosen (int) __attribute__ ((ifunc ("resolve")));

int unchecked (int) __attribute__ ((cgo_nosplit));
int unchecked (int x) { return x; }

int c_body (int) __attribute__ ((cgo_call));
int c_body (int x) { return x; }
int c_also (int) __attribute__ ((alias ("c_body")));
