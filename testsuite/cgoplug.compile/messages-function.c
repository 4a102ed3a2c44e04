/* Attributes of functions on something else.

   { dg-options "-O2" }  */

int a __attribute__ ((cgo_export)); /* { dg-error "attribute 'cgo_export' applies to functions, and 'a' is not one" } */
int b __attribute__ ((cgo_split)); /* { dg-error "attribute 'cgo_split' applies to functions, and 'b' is not one" } */
int c __attribute__ ((cgo_nosplit)); /* { dg-error "attribute 'cgo_nosplit' applies to functions, and 'c' is not one" } */
int (*d) (void) __attribute__ ((cgo_nosplit)); /* { dg-error "attribute 'cgo_nosplit' applies to functions, and 'd' is not one" } */
struct s { int m; } __attribute__ ((cgo_export)); /* { dg-error "attribute 'cgo_export' applies to the declaration of a function, not to type 'struct s'" } */
