/* What the halves of wide-args.c share.  */

struct a128 { long v[16]; } __attribute__ ((aligned (128)));
struct a256 { long v[2]; } __attribute__ ((aligned (256)));

typedef int (*variadic) (int, ...);
typedef int (*fixed) (long, struct a128, struct a256);
typedef long (__attribute__ ((ms_abi)) *home) (long, long, long, long);
