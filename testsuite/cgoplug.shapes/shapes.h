/* shapes.h - what the generated units and check.c say to each other.

   For each signature ID of a program there is C, by gcc alone or libgccjit, and goroutine
   code:

     fID      C, in assembly: takes a picture of the registers at the call, goes to
     realID   C: looks at its arguments (begin, see), overwrites them, returns a value
     eID      goroutine code of that signature: exported, or variadic
     the routes below: functions without arguments that make one call and keep its result

   All of them find the arguments in value[ID] and the result in given[ID], and put what a
   call returns into `result'.

   SPDX-License-Identifier: MIT  */

#ifndef SHAPES_H
#define SHAPES_H 1

#include <cgo/attr.h>
#include <cgo/abi.h>
#include <stdint.h>

#ifndef __cplusplus
/* ---- Types that are no keyword ---- */

typedef enum { ENUM_LAST = 0x7fffffff } enumeration;
typedef enum __attribute__ ((packed)) { BYTE_LAST = 127 } byte_enum;
typedef int (*function) (const char *, ...);
typedef signed char v4qi __attribute__ ((vector_size (4)));
typedef short m64 __attribute__ ((vector_size (8)));
typedef float v2sf __attribute__ ((vector_size (8)));
typedef float m128 __attribute__ ((vector_size (16)));
typedef double m128d __attribute__ ((vector_size (16)));
typedef int m128i __attribute__ ((vector_size (16)));
typedef float m256 __attribute__ ((vector_size (32)));
typedef long m256i __attribute__ ((vector_size (32)));
typedef double m512d __attribute__ ((vector_size (64)));
typedef char m512i __attribute__ ((vector_size (64)));
#endif

/* ---- Routes ---- */

#define ROUTE(name, text) name,
enum route
{
#include "routes.def"
};
#undef ROUTE

/* ---- Generated: types.c, callees.c, routes.c ---- */

struct type_entry
{
  unsigned size, align;
  char fill;			/* leaf of that kind, or 'a': FILL_TYPE does it */
  void (*fill_type) (void *);
};

struct signature_entry
{
  unsigned long seed;
  const char *text;		/* its C */
  int nargs;
  const struct type_entry *args[25];	/* then the result's, if it has one */
  int variadic;
};

extern const struct signature_entry signatures[];
extern const int nsignatures;
extern void *const targets[];		/* fID */
extern void (*const c_calls[]) (void);	/* call `through' */

/* What the routes call that go through a pointer.  */
extern void *volatile through;

/* At most 24 arguments.  */
extern char *value[][24], *given[];
extern char result[8192];

/* Of an object's leaf of KIND at P of SIZE bytes: a random value, or all ones in what is
   not padding.  'i' any bits, 'b' _Bool, 'f' real, 'c' complex, 'l' long double, 'C'
   complex long double.  */
void leaf (void *p, unsigned size, char kind);
/* Whether to store member I of a union; a number for bit-fields.  */
int chosen (int i, int n);
unsigned long bits (void);

/* ---- values.c ---- */

/* A copy of what is given, and ones where its bytes count.  */
extern unsigned char *wanted[][25], *masks[][25];
void make_values (int id);
uint64_t chance (void);

/* ---- check.c: C, on a big stack unless a route says other ---- */

/* Called by realID first; by eID; with each argument: compares, then overwrites it.  */
void begin (int id) CGO_CALL_NONBLOCKING;
void see (int id, int arg, void *p) CGO_CALL_NONBLOCKING;

/* Around a call by ROUTE: how deep in the stack to make it, what came of it.  */
int attempt (int id, int route) CGO_CALL_NONBLOCKING;
void finish (int id, int route, int bad) CGO_CALL_NONBLOCKING;
/* Makes the call from C, here or on a thread that libcgo did not make.  */
void on_c (int id) CGO_CALL;
void on_thread (int id) CGO_CALL_BLOCKING;
/* Arguments: the file for what it is at; how often to make each call, which is returned.  */
int shapes_start (int argc, char **argv) CGO_CALL;
int shapes_end (void) CGO_CALL;

/* Calls FN with something in each register that it must preserve and in rounding mode
   ROUNDING; returns what FN changed, in bits (probe.c).  Takes 200 bytes of stack.  */
int probe (void (*fn) (void), int rounding) CGO_SPLIT;

/* In each route's function: words beside the arguments, and registers that the compiler
   keeps something in.  What was damaged is in bits, check.c.  */
extern int damage;

#define CANARY 0x7c3b1d9e5f2a4861
#define FREE volatile unsigned long canary[2] = { CANARY, ~CANARY }
#define LEAVE_FREE							\
  if (canary[0] != CANARY || canary[1] != ~CANARY)			\
    damage |= 1
#define PINNED								\
  FREE;									\
  register unsigned long p_rbx __asm__ ("rbx") = CANARY + 1;		\
  register unsigned long p_r12 __asm__ ("r12") = CANARY + 2;		\
  register unsigned long p_r13 __asm__ ("r13") = CANARY + 3;		\
  register unsigned long p_r14 __asm__ ("r14") = CANARY + 4;		\
  register unsigned long p_r15 __asm__ ("r15") = CANARY + 5;		\
  __asm__ volatile ("" : "+r" (p_rbx), "+r" (p_r12), "+r" (p_r13), "+r" (p_r14), \
		    "+r" (p_r15))
#define LEAVE_PINNED							\
  __asm__ volatile ("" : "+r" (p_rbx), "+r" (p_r12), "+r" (p_r13), "+r" (p_r14), \
		    "+r" (p_r15));					\
  if (p_rbx != CANARY + 1 || p_r12 != CANARY + 2 || p_r13 != CANARY + 3	\
      || p_r14 != CANARY + 4 || p_r15 != CANARY + 5)			\
    damage |= 2;							\
  LEAVE_FREE

/* What the C side saw at fID, by the code there, or eID here.  */
struct snapshot
{
  unsigned long rsp, rax;
  unsigned mxcsr, pad;
  unsigned long flags;
  struct { unsigned short cw, p1, sw, p2, tag, p3; unsigned rest[4]; } x87;
  unsigned long guard;
};
extern struct snapshot snapshot __attribute__ ((visibility ("hidden")));

/* The entry of C: fID takes the picture and goes to realID (probe.c).  */
#define ENTRY(id)							\
  __asm__ ("	.text\n	.globl f" #id "\n	.type f" #id ", @function\n"	\
	   "f" #id ":\n	movl $" #id ", %r11d\n	jmp shapes_entry\n"	\
	   "	.size f" #id ", . - f" #id "\n");

/* In eID: a local with the stack's alignment is only as aligned as the caller was.  */
#define ENTER(id)							\
  do									\
    {									\
      char aligned[16] __attribute__ ((aligned (16)));			\
      unsigned long where = (unsigned long) aligned;			\
      __asm__ volatile ("pushfq\n\tpopq %0\n\tstmxcsr %1\n\tfnstenv %2\n\tfldcw %2" \
			: "=r" (snapshot.flags), "=m" (snapshot.mxcsr),	\
			"=m" (snapshot.x87) : : "memory");		\
      __asm__ volatile ("movq %%fs:%c1, %0" : "=r" (snapshot.guard)	\
			: "i" (CGO_GUARD_SLOT));			\
      __asm__ volatile ("" : "+r" (where));				\
      snapshot.rsp = where + 8;						\
      snapshot.rax = -1UL;							\
      begin (id);							\
    }									\
  while (0)

#define NOINLINE __attribute__ ((noinline, noclone))

#endif
