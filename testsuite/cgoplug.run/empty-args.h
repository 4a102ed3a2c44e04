/* empty-args.h - both sides of empty-args.c: GCC passes this on the stack.  */

struct none { } __attribute__ ((aligned (128)));
struct empty { struct none first; _Complex float rest[]; };
