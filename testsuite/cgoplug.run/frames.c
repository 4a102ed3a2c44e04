/* What a check asks for must be what the function takes, to the byte: a frame that is counted
   too small by less than the slack overruns nothing as long as all else is small, and so no
   program that just runs deep would show it.  The report says what the check asks for; here
   each function is entered at every offset from its alignment and calls one that notes the
   stack pointer.  Around each boundary (red zone, small frame, elision, segment), a megabyte,
   with pushed arguments, saved vectors, every alignment.

   { dg-options "-fplugin-arg-cgoplug-report=frames.report" }
   { dg-before "ulimit -s 65536;" }
   { dg-levels "-O0 -O1 -O2 -O3 -Os {-O2 -fno-omit-frame-pointer} {-O2 -mno-red-zone} {-O2 -mno-accumulate-outgoing-args} {-O2 -maccumulate-outgoing-args} {-O2 -fstack-protector-strong -fstack-clash-protection} {-O2 -mavx2 -mpreferred-stack-boundary=5}" }  */

#include <cgo.h>
#include <cgo/abi.h>
#include "check.h"
#include <stdlib.h>
#include <string.h>

/* note: *lowest = the stack pointer of the caller, if that is lower.
   probe (fn, below): calls FN that many bytes further down; *entry = its stack pointer.  */
unsigned long entry, lowest;
void note (long, long, long, long, long, long, long, long, long, void *) CGO_SPLIT;
void probe (void (*) (void), long) CGO_CALL_LEAF (64);
#define QUOTE(x) #x
#define STRING(x) QUOTE (x)
__asm__ (".text\n"
	 ".long " STRING (CGO_CODE_MARK) "\n"
	 ".globl note\n"
	 ".type note, @function\n"
	 "note:	leaq 8(%rsp), %r11\n"
	 "	cmpq %r11, lowest(%rip)\n"
	 "	jbe 1f\n"
	 "	movq %r11, lowest(%rip)\n"
	 "1:	ret\n"
	 ".globl \"note" CGO_CODE_SUFFIX "\"\n"
	 ".set \"note" CGO_CODE_SUFFIX "\", 0\n"
	 ".type probe, @function\n"
	 "probe: pushq %rbp\n"
	 "	movq %rsp, %rbp\n"
	 "	subq %rsi, %rsp\n"
	 "	andq $-16, %rsp\n"
	 "	leaq -8(%rsp), %rax\n"
	 "	movq %rax, entry(%rip)\n"
	 "	movq $-1, lowest(%rip)\n"
	 "	call *%rdi\n"
	 "	leave\n"
	 "	ret\n");
#define NOTE(p) note (1, 2, 3, 4, 5, 6, 7, 8, 9, p)

#define PLAIN(n) \
  NOINLINE void plain_##n (void) { char room[n]; NOTE (room); HIDE (*room); }
#define ALIGNED(n)							\
  NOINLINE void aligned_##n (void)					\
  {									\
    char room[40] __attribute__ ((aligned (n)));			\
    NOTE (room); HIDE (*room);						\
  }									\
  NOINLINE void array_##n (void)					\
  {									\
    char room[40] __attribute__ ((aligned (n)));			\
    int size = 1;							\
    HIDE (size);							\
    NOTE (room);							\
    { char more[size]; HIDE (*more); HIDE (*room); }			\
  }

#define SIZES(X)							\
  X (1) X (8) X (32) X (96) X (112) X (128) X (144) X (160) X (176) X (192) X (200) X (208) \
  X (216) X (224) X (232) X (240) X (248) X (256) X (264) X (280) X (560) X (576) X (592) \
  X (608) X (616) X (624) X (632) X (640) X (648) X (656) X (1280) X (2688) X (4032) X (4096) \
  X (8192) X (65536) X (1048576) X (1048584)
#define ALIGNMENTS(X)							\
  X (32) X (64) X (128) X (256) X (512) X (1024) X (2048) X (4096) X (8192) X (16384) \
  X (32768) X (65536)

SIZES (PLAIN)
ALIGNMENTS (ALIGNED)

/* The convention of Windows: twelve registers more to save.  */
NOINLINE void __attribute__ ((ms_abi))
windows (void)
{
  NOTE (NULL);
}

/* Calls nothing, so its frame is partly in the red zone.  */
NOINLINE void
leaf (void)
{
  volatile char room[2000];
  unsigned long where = (unsigned long) room;
  room[0] = 1;
  HIDE (where);
  if (where < lowest)
    lowest = where;
}

/* All that a function may save.  */
NOINLINE void
registers (void)
{
  NOTE (NULL);
  __asm__ volatile ("" : : : "rbx", "r12", "r13", "r14", "r15", "memory");
}

static const struct { const char *name; void (*fn) (void); int align; } all[] = {
#define ROW(n) { "plain_" #n, plain_##n, 16 },
  SIZES (ROW)
#undef ROW
#define ROW(n) { "aligned_" #n, aligned_##n, n }, { "array_" #n, array_##n, n },
  ALIGNMENTS (ROW)
  { "windows", (void (*) (void)) windows, 16 },
  { "registers", registers, 16 },
  { "leaf", leaf, 16 },
};

/* What the report says last of NAME.  */
static long
reckoned (const char *name)
{
  char line[400], wanted[100];
  long frame = -1;
  FILE *f = fopen ("frames.report", "r");
  CHECK (f != NULL);
  snprintf (wanted, sizeof wanted, ": %s: frame ", name);
  while (fgets (line, sizeof line, f))
    if (strstr (line, wanted) && strstr (line, "check at entry"))
      frame = atol (strstr (line, wanted) + strlen (wanted));
  fclose (f);
  return frame;
}

/* On a thread's stack, where checks pass.  What more is asked for is the red zone, what
   aligning may skip, and room for small arrays.  */
__attribute__ ((constructor)) static void
try_all (void)
{
  for (unsigned i = 0; i < sizeof all / sizeof *all; i++)
    {
      long frame = reckoned (all[i].name), used = 0;
      int array = strncmp (all[i].name, "array", 5) == 0;
      for (long below = 0; below < all[i].align; below += 16)
	{
	  probe (all[i].fn, below);
	  if ((long) (entry - lowest) > used)
	    used = entry - lowest;
	}
      if (used <= 0 || frame < used || frame > used + 192 + all[i].align + array * CGO_ALLOCA_ROOM)
	{
	  dprintf (2, "%s takes %ld bytes, its check asks for %ld\n", all[i].name, used, frame);
	  _exit (1);
	}
    }
}

int
main (void)
{
  return 0;
}
