/* A header that -isystem finds, of system-ask.c, implicit.c.  */
int system_one (int);
int system_goroutine (int) __attribute__ ((__cgo_split__));
int system_listed (int);
int system_address (int);
