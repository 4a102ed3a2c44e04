/* lto.h - what the units of lto.c call of each other.  */

int lto_deep (int);			/* goroutine code, recursive */
int lto_sorted (int);			/* goroutine code */
int CGO_EXPORT lto_back (int);		/* n, called by C */
int CGO_CALL lto_plain (int);		/* C: n + 1 */
int CGO_CALL_NONBLOCKING lto_quick (int);	/* C: n + 3 */
