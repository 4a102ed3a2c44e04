/* target.h - what the passes ask of the CPU's files, target-x86_64-*.cc.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#ifndef CGO_TARGET_H
#define CGO_TARGET_H 1

/* What the check of a function needs to know.  */
struct cgo_check
{
  int label;			/* of the pair .LcgoB (body), .LcgoC (cold) */
  HOST_WIDE_INT frame;		/* bytes below the return address */
  unsigned args;		/* bytes of stack arguments it was passed */
  unsigned align;		/* log2 of their alignment when above 64, or 0 */
  bool framed;			/* stands behind the set-up of the frame pointer */
  bool chain;			/* the function has a static chain */
};

/* An instruction to be put on the entry edge, or behind what cgo_target_frame_setup
   found: compares, and jumps to the cold path when the stack is too small.  */
rtx cgo_target_check_insn (const struct cgo_check *);

/* Whether the check would spoil one of the LIVE registers.  */
bool cgo_target_check_clobbers_p (const struct cgo_check *, bitmap live);

/* The name of a register that goroutine code cannot spare and the user has taken
   (`register long x asm ("r11")', -ffixed-r11), or null.  */
const char *cgo_target_taken_register (void);

/* The instruction that sets the frame pointer, when it and a push are the first of
   the function, as a debugger expects them; or null.  */
rtx_insn *cgo_target_frame_setup (void);

/* Prints the cold path at the end of the function, inside its FDE.  */
void cgo_target_cold_path (FILE *, const struct cgo_check *);

/* The text of an asm that polls the guard slot, to be freed, with LABEL in the pair .LcgoQ
   (behind it), .LcgoP (cold).  */
char *cgo_target_poll (int label);

/* The rtx with that text in INSN, or null.  */
rtx cgo_target_poll_insn (rtx_insn *insn);

/* Prints the cold path of the poll LABEL at LOC.  The N RULES, since the function's entry, are
   what unwinders know there; SAME: as of the last one that was printed.  */
void cgo_target_poll_cold (FILE *, int label, location_t loc, const dw_cfi_ref *rules,
			   unsigned n, bool same);

/* The guard slot as an operand of GIMPLE, read anew each time, as TYPE.  */
tree cgo_target_guard (tree type);

/* Bytes of the function being compiled below its return address, pushed arguments
   of its calls not counted: known after the prologue was made.  */
HOST_WIDE_INT cgo_target_frame (void);

/* Integer and pointer arguments that go into registers.  */
#define CGO_TARGET_ARGUMENT_REGISTERS 6

/* Where a va_list has its pointer to the arguments on the stack.  */
#define CGO_TARGET_VA_LIST_OVERFLOW 8

/* Words that an ms_abi function's caller leaves for the arguments in registers, before
   those on the stack.  */
#define CGO_TARGET_MS_HOME_WORDS 4

/* Has -pg and -mfentry call functions of libcgo_nonshared.a.  */
void cgo_target_profile (void);

/* Whether the arguments of calls are pushed rather than stored into the frame.  */
bool cgo_target_pushes_args (void);

/* Rewrites the call INSN of SYMBOL so that it does not go through a PLT.  */
void cgo_target_no_plt_decl (tree fndecl);
void cgo_target_no_plt (rtx_insn *insn, rtx call, rtx symbol);

/* The symbol of a call through the GOT that is written as one, or null.  */
rtx cgo_target_got_symbol (rtx address);

/* The symbol of a call by a register that the instructions before INSN load with it, as
   with -mcmodel=large all are; or null.  */
rtx cgo_target_far_symbol (rtx_insn *insn, rtx address);
/* Whether a call reaches all of the program, so that what it calls may be in a PLT.  */
bool cgo_target_near_p (void);
/* SYMBOL as what INSN may call: itself, or a register loaded before it.  */
rtx cgo_target_callable (rtx_insn *insn, rtx symbol);

/* The register by which a call through a pointer tells its stub where to.  */
rtx cgo_target_pointer_register (void);
/* The register of a static chain, and whether INSN passes one.  */
rtx cgo_target_chain_register (void);
bool cgo_target_chain_p (rtx_insn *insn);
/* Whether call INSN has arguments in vector registers.  */
bool cgo_target_vectors_p (rtx_insn *insn);
/* The function whose address INSN passes in it, or null if that is not in sight.  */
rtx cgo_target_chain_symbol (rtx_insn *insn);
/* In front of a function of goroutine code; ALIGNED: to 16 bytes; ASYNC: with the mark of one
   that may be stopped by a signal.  */
void cgo_target_code_mark (FILE *, bool aligned, bool async);
/* Whether INSN has to do with the thread it runs on: its registers may then hold what belongs to
   that.  */
bool cgo_target_thread_p (rtx_insn *insn);
/* Has __cgo_async called when the unit is loaded.  */
void cgo_target_async (FILE *);

/* Kinds of code that stands outside functions; thunk.cc prints the frame.  */
void cgo_target_thunk (FILE *, const char *target, const char *entry,
		       unsigned bytes, unsigned align);
void cgo_target_own (FILE *, const char *target, const char *own, const char *thunk);
void cgo_target_pthunk (FILE *, const char *entry, unsigned bytes,
			unsigned align);
void cgo_target_tls (FILE *, const char *variable);
void cgo_target_ithunk (FILE *, unsigned bytes, unsigned align);
void cgo_target_go_thunk (FILE *, unsigned bytes, unsigned align);
void cgo_target_export (FILE *, const char *body, unsigned bytes,
			unsigned align);
void cgo_target_main (FILE *, const char *body);

/* A reference of the function just printed to SYMBOL, which no code uses; and one in
   a section of data.  */
void cgo_target_reference (FILE *, const char *symbol);
void cgo_target_data_reference (FILE *, const char *symbol);

/* The text of an asm that refers to SYMBOL, to be freed; and the definition of that.  */
char *cgo_target_link_reference (const char *symbol);
void cgo_target_link_symbol (FILE *, const char *symbol);

/* Our assembly is AT&T's, whatever -masm says.  */
void cgo_target_asm_begin (FILE *);
void cgo_target_asm_end (FILE *);

#endif
