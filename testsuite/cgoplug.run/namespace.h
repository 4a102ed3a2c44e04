/* namespace.h - two functions area and two perimeter.  */

/* Goroutine code.  Only the second is for C.  */
long area (long) __asm__ ("go.area");
long perimeter (long) CGO_EXPORT_AS ("go_perimeter");
long read_own (long);

/* C.  */
long CGO_C (area) (long);
long CGO_C (perimeter) (long) CGO_CALL_NONBLOCKING;
