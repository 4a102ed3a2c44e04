/* Misuse of the pragma: each is one error at the line.

   { dg-options "-O2" }  */

#pragma cgo call pop /* { dg-error "'#pragma cgo call pop' without '#pragma cgo call push' before it" } */
#pragma cgo call /* { dg-error "'#pragma cgo call' wants 'push', 'push MODE', 'push leaf, BYTES' or 'pop', and nothing else" } */
#pragma cgo call pusch /* { dg-error "'#pragma cgo call' wants" } */
#pragma cgo call push "blocking" /* { dg-error "'#pragma cgo call' wants" } */
#pragma cgo call pop
#pragma cgo call push leaf 64 /* { dg-error "'#pragma cgo call' wants" } */
#pragma cgo call pop
#pragma cgo call push leaf, 64, 65 /* { dg-error "'#pragma cgo call' wants" } */
#pragma cgo call pop pop /* { dg-error "'#pragma cgo call' wants" } */
#pragma cgo call pop
#pragma cgo call push blockin /* { dg-error "#pragma cgo call push: unknown mode 'blockin'; did you mean 'blocking'\\?" } */
#pragma cgo call pop
#pragma cgo call push xyzzyplugh /* { dg-error "#pragma cgo call push: unknown mode 'xyzzyplugh'; the modes are 'default', 'nonblocking', 'blocking', 'pin' and 'leaf' with its bytes" } */
#pragma cgo call pop
#pragma cgo call push leaf /* { dg-error "#pragma cgo call push: mode 'leaf' wants the bytes of stack the function needs, from 1 to 640" } */
#pragma cgo call pop
#pragma cgo call push leaf, 5000 /* { dg-error "#pragma cgo call push: the bytes of mode 'leaf' are a number from 1 to 640, not '5000'" } */
#pragma cgo call pop
#pragma cgo call push pin, 64 /* { dg-error "#pragma cgo call push: mode 'pin' takes no bytes; remove '64'" } */
#pragma cgo call pop
#pragma cgo call push default /* { dg-error "'#pragma cgo call push' without '#pragma cgo call pop' before the end of the file" } */
#pragma cgo call push
#pragma cgo call pop
#pragma cgo call push /* { dg-error "'#pragma cgo call push' without '#pragma cgo call pop' before the end of the file" } */
int f (void);
