/* What the goroutine code and the split-stack code of split-stack.c call of one another.
   Nothing marks the latter: declared here as goroutine code.  */

#ifdef __CGOPLUG__
#define SPLIT __attribute__ ((cgo_split))
#else
#define SPLIT
#endif

struct odd { char c[13]; };
struct wide { long v[12]; };

/* Of the split-stack half.  */
SPLIT long s_deep (long n);
SPLIT long s_mutual (long n);
SPLIT long s_frame (long n);
SPLIT long s_args (long n, long b, long c, long d, long e, long f, long g, long h,
		   long double x, struct odd o);
SPLIT struct wide s_struct (struct wide w, long n);
SPLIT double s_floats (double a, double b, double c, double d, double e, double f, double g,
		       double h, double i, long n);
SPLIT long s_alloca (long bytes, long n);
SPLIT long s_array (long bytes, long times);
SPLIT long s_scope (long bytes, long times);
SPLIT long s_sized (long which, long bytes);
SPLIT long s_both (long bytes, long n);
SPLIT long s_sum (long n, ...);
SPLIT long s_sum_deep (long level, long n, ...);
SPLIT long s_nested (long n);
SPLIT long s_switch (long n);
SPLIT long s_pointer (long (*f) (long), long n);
SPLIT long s_wait (long n);
SPLIT long s_throw (long n);

/* Of the goroutine half.  */
long g_deep (long n);
long g_mutual (long n);
void g_fill (char *p, long bytes, char value);
void g_yield (void);
void g_exit (void);
long g_args (long a, long b, long c, long d, long e, long f, long g, struct wide w);
