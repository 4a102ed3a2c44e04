/* lto-loops.h - loops that end when lto_stop is set: how often they went round.  */

extern volatile int lto_stop;

unsigned long lto_inlined (void);
unsigned long lto_called (long *);	/* adds I to element I of 8, each time */
