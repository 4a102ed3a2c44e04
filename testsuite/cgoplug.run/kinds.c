/* Functions that GCC or libc treat in ways of their own: constructors and exit handlers run
   before and after main, an ifunc's resolver while the program is relocated, a naked
   function has no prologue for a check to stand in, an interrupt function none that may
   touch a register; exec replaces all of it.  With a check in them they crash, or use
   thread-locals that are not there yet.

   { dg-options "-mgeneral-regs-only" }
   { dg-output "constructed\nexiting\nlast\nagain\nexiting\nlast\n" }  */

#include <cgo.h>
#include "check.h"
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

NOINLINE static int
deep (int n)
{
  volatile char room[300];
  room[0] = 0;
  return n > 0 ? deep (n - 1) + 1 + room[0] : room[0];
}

static void
say (const char *text, int length)
{
  CHECK_EQ (write (1, text, length), length);
}

#define SAY(text) say (text "\n", sizeof text)

static int again;

__attribute__ ((constructor)) static void
constructed (void)
{
  CHECK_EQ (deep (200), 200);
  again = getenv ("KINDS_AGAIN") != NULL;
  if (again)
    SAY ("again");
  else
    SAY ("constructed");
}

__attribute__ ((destructor)) static void
last (void)
{
  CHECK_EQ (deep (200), 200);
  SAY ("last");
}

static void
exiting (void)
{
  CHECK_EQ (deep (200), 200);
  SAY ("exiting");
}

static int
seven (int x)
{
  return deep (100) + x + 7;
}

static int (*resolve (void)) (int)
{
  return seven;
}

int resolved (int) __attribute__ ((ifunc ("resolve")));

__attribute__ ((naked)) static int
bare (int x __attribute__ ((unused)))
{
  __asm__ ("leal 1(%rdi), %eax\n\tret");
}

struct frame;
static volatile int interrupts;

__attribute__ ((interrupt, used)) static void
handler (struct frame *f)
{
  (void) f;
  interrupts++;
}

/* What the processor does, from a goroutine's stack.  */
NOINLINE static void
interrupt (void)
{
  __asm__ volatile ("movq %%rsp, %%rax\n\tsubq $256, %%rsp\n\tmovl %%ss, %%ecx\n\t"
		    "pushq %%rcx\n\tpushq %%rax\n\tpushfq\n\tmovl %%cs, %%ecx\n\t"
		    "pushq %%rcx\n\tleaq 1f(%%rip), %%rcx\n\tpushq %%rcx\n\t"
		    "jmp *%0\n1:"
		    : : "r" (handler) : "rax", "rcx", "memory", "cc");
}

static void
on_altstack (int sig)
{
  (void) sig;
  CHECK_EQ (deep (20), 20);
}

int
main (int argc, char **argv)
{
  (void) argc;
  CHECK_EQ (atexit (exiting), 0);
  CHECK_EQ (deep (200), 200);
  CHECK_EQ (resolved (3), 110);
  CHECK_EQ (bare (41), 42);
  for (int i = 0; i < 3; i++)
    interrupt ();
  CHECK_EQ (interrupts, 3);
  static char memory[65536];
  stack_t stack = { .ss_sp = memory, .ss_size = sizeof memory };
  CHECK_EQ (sigaltstack (&stack, NULL), 0);
  struct sigaction sa = { .sa_handler = on_altstack, .sa_flags = SA_ONSTACK };
  CHECK_EQ (sigaction (SIGUSR1, &sa, NULL), 0);
  CHECK_EQ (raise (SIGUSR1), 0);
  CHECK_EQ (deep (200), 200);
  if (again)
    return 0;
  CHECK_EQ (setenv ("KINDS_AGAIN", "1", 1), 0);
  exiting ();
  last ();
  execv (argv[0], argv);
  return 1;
}
