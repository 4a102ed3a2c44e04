/* __CGOPLUG__ says that the plugin is loaded, __has_attribute that an attribute is
   known: headers can be written for both worlds.

   { dg-options "-O2 -Wall -Wextra -Werror" }  */

#ifndef __CGOPLUG__
# error no __CGOPLUG__
#endif
#if !__has_attribute (cgo_call) || !__has_attribute (__cgo_call__)
# error no cgo_call
#endif
#if !__has_attribute (cgo_export) || !__has_attribute (cgo_split)
# error no cgo_export
#endif
#if !__has_attribute (cgo_nosplit)
# error no cgo_nosplit
#endif

#include <cgo.h>

int f (int) CGO_CALL;
CGO_CALL_LEAF (10) int g (int);
extern int (*h) (int) CGO_CALL_PIN;
CGO_SPLIT int i (void);
CGO_NOSPLIT int j (void);
