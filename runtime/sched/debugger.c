/* debugger.c - what a debugger has to know of us: __cgo_debug_table.

   A debugger sees threads.  To find goroutines in a process that stands still, or in its
   core, it has to walk our structures, and a library that is installed has no debug
   information, nor names but those it exports.  So it exports one more: a table of names and
   numbers, which says where the list of goroutines begins, and where in each structure
   things are.  gdb/libcgo-gdb.py is the reader that comes with us; others may do the same.
   glibc has such a table for its own threads, a symbol for each number.

   The names are in the table, so the numbers are written nowhere else, and may change with
   each libcgo.  What may not change without a new version is what a name here means.  Names
   may be added at any time.

     version		CGO__DEBUG_VERSION; always the first
     allg		the address of the pointer to the first goroutine; all there ever were
			are linked by g.allnext, and those whose g.status is status.idle or
			status.dead are none at present
     gostart ...	where a new goroutine begins, and main's: addresses of functions
     status.NAME	values of g.status
     g.NAME, m.NAME	offsets in the structures of goroutines and threads.  g.id is 64 bits
			wide, g.status, g.locks and g.pinned and m.api 32, g.foreign and
			g.queued 8, m.sys 64, all others are pointers.  g.name points to what
			cgo_goname was given, of 63 bytes at most and a null, or is null.
     slot.NAME		offsets from fs_base.  slot.m is the thread's M: if m.slots of that is
			the address of slot.resume of this very thread, else it has none.
     park.NAME		where g.sp points, and m.callsp while m.api is 1: what the function that
			called into libcgo has in its registers.  Above park.rip its stack
			goes on.
     ctx.NAME		where g.ctx points, if it is not null: all registers but those of ...
     mark.NAME		where ctx.rsp points: rbx, and the address to go on at, above which
			the stack goes on

   Nothing in the runtime reads it.

   SPDX-License-Identifier: MIT  */

#include "sched/proc.h"

enum { CGO__DEBUG_VERSION = 1 };

struct entry
{
  char name[24];
  uintptr_t value;
};

#define G(name, member) { "g." name, offsetof (struct cgo__g, member) }
#define R(name) { "async." #name, offsetof (ucontext_t, uc_mcontext.gregs[REG_##name]) }
#define M(name) { "m." #name, offsetof (struct cgo__m, name) }

/* In a static program nothing refers to it.  */
extern const struct entry __cgo_debug_table[];
__attribute__ ((visibility ("default"), used, retain))
const struct entry __cgo_debug_table[] = {
  { "version", CGO__DEBUG_VERSION },
  { "allg", (uintptr_t) &cgo__sched.allg },
  { "gostart", (uintptr_t) cgo__gostart },
  { "gostart_main", (uintptr_t) cgo__gostart_main },
  { "gostart_vectors", (uintptr_t) cgo__gostart_vectors },

  { "status.idle", CGO__IDLE },
  { "status.runnable", CGO__RUNNABLE },
  { "status.running", CGO__RUNNING },
  { "status.waiting", CGO__WAITING },
  { "status.dead", CGO__DEAD },

  G ("allnext", allnext), G ("id", id), G ("status", status), G ("reason", reason),
  G ("m", m), G ("lockedm", lockedm), G ("locks", locks), G ("pinned", pinned),
  G ("foreign", foreign), G ("fn", fn), G ("sp", sp), G ("ctx", ctx), G ("async", async),
  G ("name", name),
  G ("object", waiter.object), G ("queue", waiter.queue), G ("queued", waiter.queued),

  M (curg), M (sys), M (api), M (callsp), M (slots), M (cb), M (cbbase),

  { "slot.m", CGO_M_SLOT },
  { "slot.resume", CGO_RESUME_SLOT },
  { "slot.guard", CGO_GUARD_SLOT },

  /* arch/x86_64/switch.S.  */
  { "park.r15", 0 }, { "park.r14", 8 }, { "park.r13", 16 }, { "park.r12", 24 },
  { "park.rbx", 32 }, { "park.rbp", 40 }, { "park.rip", 48 },

  { "ctx.rax", CGO_CTX_RAX }, { "ctx.rcx", CGO_CTX_RCX }, { "ctx.rdx", CGO_CTX_RDX },
  { "ctx.rsi", CGO_CTX_RSI }, { "ctx.rdi", CGO_CTX_RDI }, { "ctx.rbp", CGO_CTX_RBP },
  { "ctx.r8", CGO_CTX_R8 }, { "ctx.r9", CGO_CTX_R9 }, { "ctx.r10", CGO_CTX_R10 },
  { "ctx.r11", CGO_CTX_R11 }, { "ctx.r12", CGO_CTX_R12 }, { "ctx.r13", CGO_CTX_R13 },
  { "ctx.r14", CGO_CTX_R14 }, { "ctx.r15", CGO_CTX_R15 }, { "ctx.rsp", CGO_CTX_RSP },

  /* arch/x86_64/slow.S.  */
  { "mark.rbx", 0 }, { "mark.rip", 8 },

  /* Of a goroutine that a signal stopped: a ucontext_t.  */
  R (RAX), R (RBX), R (RCX), R (RDX), R (RSI), R (RDI), R (RBP), R (RSP), R (R8), R (R9),
  R (R10), R (R11), R (R12), R (R13), R (R14), R (R15), R (RIP),

  { "", 0 }
};

#undef G
#undef M
#undef R
