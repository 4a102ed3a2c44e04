/* cgoplug.h - what the parts of the plugin tell each other.

   The plugin has two halves.  The front half (options, attributes, classification,
   typed cgo_go, renaming of main and exported functions) works on trees while the
   front end still has the user's words; the back half (thunks, stack checks)
   works on RTL and assembly.  They meet in cgo_classify.

   Include gcc-common.h first.

   SPDX-License-Identifier: GPL-3.0-or-later  */

#ifndef CGOPLUG_H
#define CGOPLUG_H 1

/* ---- options.cc ---- */

struct cgo_options
{
  bool dump;			/* dump: the plugin's passes write dump files */
  const char *declarations;	/* dump-declarations=FILE: dump.cc; else null */
  const char *report;		/* report=FILE: report.cc; else null */
  const char *translate;	/* translate=FILE: translate.cc; else null */
  bool ask;			/* system=ask: implicit.cc */
  bool implicit;		/* warn=implicit: likewise */
  bool loops;			/* preempt=loops: pass-poll.cc */
  bool async;			/* preempt=async: pass-async.cc */
};
extern struct cgo_options cgo_options;
/* Parses -fplugin-arg-cgoplug-NAME[=VALUE]; false after an error.  */
bool cgo_options_init (int argc, struct plugin_argument *argv);
/* To be called when all passes are registered: does what `dump' asks for.  */
void cgo_options_dump (void);

/* ---- messages.cc: every diagnostic, from messages.def ---- */

enum cgo_message
{
#define CGO_MESSAGE(id, kind, option, text) CGO_MSG_##id,
#include "messages.def"
#undef CGO_MESSAGE
  CGO_MSG_COUNT
};
/* Reports the message at LOC; kind (error, warning, sorry, note) is in the
   table.  Warnings end in [-Wcgo-OPTION].  True if something was printed.  */
bool cgo_report (location_t loc, enum cgo_message id, ...);

enum cgo_mode
{
  CGO_GOROUTINE,		/* not foreign: called directly */
  CGO_DEFAULT,			/* foreign, P lent */
  CGO_NONBLOCKING,
  CGO_BLOCKING,
  CGO_PIN,
  CGO_LEAF			/* foreign, called in place */
};

struct cgo_class
{
  enum cgo_mode mode;
  int leaf;			/* bytes of stack a leaf takes */
  bool own;			/* nonblocking, and a leaf if it is glibc's own */
  bool marked;			/* goroutine by cgo_split or by being of this
				   runtime: no link-time marker is asked for */
  const char *why;		/* "attribute", "libc.def", "system header" ... */
  bool named;			/* by a pragma or on the command line */
  bool implicit;		/* C, but nobody has said so */
};

/* ---- mode.cc ---- */

/* Reads ARGS, the arguments of the cgo_call attribute NAME at LOC; false after an
   error.  */
bool cgo_mode_parse (location_t loc, tree name, tree args, struct cgo_class *);
/* The arguments that say the same, in the form kept in types.  */
tree cgo_mode_args (const struct cgo_class *);
/* Reads MODE and BYTES, either may be null, which stand at LOC or in the place called
   WHERE, into what says how it is called; false after an error.  */
bool cgo_mode_words (location_t loc, const char *where, const char *mode,
		     const char *bytes, struct cgo_class *);
const char *cgo_mode_name (enum cgo_mode);
/* Whether A asks for more care than B.  */
bool cgo_mode_safer_p (const struct cgo_class *a, const struct cgo_class *b);
/* The class a cgo_call attribute in the attributes of function type (or decl)
   NODE asks for; false if there is none.  */
bool cgo_attribute_class (tree node, struct cgo_class *);

/* ---- list.cc: the command line ---- */

bool cgo_list_read (const char *file);		/* list=FILE */
bool cgo_list_option (const char *value);	/* foreign=... */
/* NAME, or all that pattern NAME matches, is C of class *C.  */
void cgo_list_add (const char *name, const struct cgo_class *c);
/* The class of ASMNAME by its name, and by a pattern; false if there is none.  */
bool cgo_list_name (const char *asmname, struct cgo_class *c);
bool cgo_list_pattern (const char *asmname, struct cgo_class *c);

/* ---- pragma.cc ---- */

void cgo_pragma_init (const char *plugin_name);
/* FNDECL has just been declared, without a body.  */
void cgo_pragma_decl (tree fndecl);
/* FNDECL has its body.  */
void cgo_pragma_body (tree fndecl);
/* The class FNDECL got from a pragma; false if none.  */
bool cgo_pragma_class (tree fndecl, struct cgo_class *c);

/* ---- attribute.cc ---- */

void cgo_attributes_init (void);	/* PLUGIN_ATTRIBUTES */
/* FNDECL's type may just have got the attributes of another declaration's: two cgo_call
   that differ are reported.  */
void cgo_attribute_merged (tree fndecl);
/* The function type in TYPE, behind pointers and arrays, or null.  */
tree cgo_function_in (tree type);

/* ---- declaration.cc ---- */

void cgo_register_tree_callbacks (const char *plugin_name);	/* the front half */
bool cgo_has_attribute_p (tree fndecl, const char *name);
const char *cgo_assembler_name (tree fndecl);
bool cgo_main_p (tree fndecl);		/* is the program's main */
bool cgo_exported_p (tree fndecl);	/* has cgo_export, is not main */
bool cgo_resolver_p (tree fndecl);	/* resolves an ifunc */
bool cgo_c_body_p (tree fndecl);	/* its body is C: cgo_call, or a resolver */
bool cgo_nosplit_p (tree fndecl);	/* has no check: C, cgo_nosplit,
					   no_split_stack, naked, interrupt,
					   no_caller_saved_registers */

/* ---- foreign.cc ---- */

/* Classifies a callee.  ASMNAME is its assembler name (no leading `*'), DECL its
   declaration or null (libgcc calls), FNTYPE the type of the call or null.
   foreign.cc has the order of what is asked.  A function with a body in this unit is
   goroutine code unless it has cgo_call.  */
struct cgo_class cgo_classify (const char *asmname, tree decl, tree fntype);
/* Whether ASMNAME, declared as DECL or null, is a function of libcgo.  */
bool cgo_runtime_p (const char *asmname, tree decl);
/* The other name by which glibc knows its own ASMNAME, and in *BYTES the stack that one takes;
   null if ASMNAME is not such a function (OWN in libc.def).  */
const char *cgo_own_name (const char *asmname, int *bytes);
/* Whether segments have room below them for what a sanitizer calls in place.  */
bool cgo_sanitizer_room_p (void);
/* What function DECL, or null, is an alias of or a weakref to, and its assembler name;
   else DECL.  Also DECL for a weakref to what this unit knows by no other name, but
   then *ASMNAME is the name of the target.  */
tree cgo_alias_target (tree decl, const char **asmname);

/* ---- implicit.cc ---- */

/* Goroutine code calls ASMNAME, declared as DECL or null, or takes its address, and it is
   of class C: system=ask and warn=implicit ask for a word where it is implicit.  */
void cgo_implicit (location_t loc, const char *asmname, tree decl, const struct cgo_class *c);

/* ---- function-call.cc ---- */

/* FNDECL has its body, as the front end made it: looks at the calls in it.  */
void cgo_check_calls (tree fndecl);

/* ---- namespace.cc ---- */

bool cgo_c_name_p (tree fndecl);		/* declared as CGO_C (...) */
/* FNDECL has just been declared; has its body.  */
void cgo_namespace_decl (tree fndecl);
void cgo_namespace_body (tree fndecl);
/* Whether VALUE can be what cgo_export calls a function.  */
bool cgo_export_name_p (tree value);
/* The name by which C calls exported FNDECL, if that is not its own; null if it is.  */
const char *cgo_export_name (tree fndecl);
/* Functions that C knows by another name get it.  */
void cgo_name_exported (void);
/* Whether FNDECL is to be exported by two names, *FIRST and *SECOND.  */
bool cgo_export_names (tree fndecl, const char **first, const char **second);

/* ---- rename.cc: main and exported functions ---- */

/* True if this unit defines fndecl under the name CGO_BODY_SUFFIX; *public_name
   is then the name its entry must get.  */
bool cgo_renamed_p (tree fndecl, const char **public_name);
/* The public entry of the renamed FNDECL: an external declaration with the
   name, linkage, weakness and visibility that FNDECL had in the source, which
   its entry must get, and which an address of FNDECL becomes.  */
tree cgo_public_decl (tree fndecl);
void cgo_rename_init (const char *plugin_name);

/* Renames; lto.cc says when.  */
void cgo_rename_all (void);

/* ---- lto.cc ---- */

bool cgo_lto1_p (void);			/* this is lto1, at the link */
/* Whether FNDECL was compiled without the plugin, with -flto.  */
bool cgo_lto_c_p (tree fndecl);
/* Whether functions are renamed before the passes between functions.  */
bool cgo_lto_rename_p (void);
/* Whether this compiler makes code; tells the linker that the plugin was there.  */
bool cgo_lto_print_p (FILE *);
/* CALL may know more of what it calls than the declaration does.  */
void cgo_lto_recall (gcall *call);
/* Whether loops of FNDECL get polls: preempt=loops, when the source was compiled or now.  */
bool cgo_lto_polls_p (tree fndecl);
/* The same of preempt=async.  */
bool cgo_lto_async_p (tree fndecl);
void cgo_lto_init (const char *plugin_name);

/* ---- comdat.cc ---- */

void cgo_comdat_init (const char *plugin_name);

/* ---- pass-const.cc, pass-go.cc, pass-address.cc ---- */

void cgo_const_decl (tree fndecl);	/* called for each declaration */
void cgo_go_decl (tree fndecl);
bool cgo_go_p (tree fndecl);		/* is cgo_go itself */
void cgo_go_init (const char *plugin_name);
/* A declaration of the artificial callee NAME (see below) of type FNTYPE that
   takes a static chain.  */
tree cgo_request_decl (const char *name, tree fntype);
void cgo_address_init (const char *plugin_name);

/* ---- own.cc: calls that are in place if the function is glibc's own ---- */

void cgo_own_begin (void);
void cgo_own_call (rtx_insn *insn);	/* may be one */
void cgo_own_stop (rtx_insn *insn);	/* a call by which a goroutine can be stopped */
/* Calls RETARGET for each that may be one; true: it is.  */
void cgo_own_end (void (*retarget) (rtx_insn *insn, bool in_place));

/* ---- thunk.cc ---- */

/* The name of the thunk for the foreign function ASMNAME, declared as DECL or null,
   called in MODE with BYTES of stack arguments (CGO_ARGS_UNKNOWN: not known), log2
   alignment ALIGN when above 64 else 0; remembers to emit it at the end of the unit.
   That of a static function is static, others are shared with other units.  */
const char *cgo_thunk_name (const char *asmname, tree decl, enum cgo_mode mode,
			    unsigned bytes, unsigned align);
/* The name of what becomes ASMNAME itself or its thunk when the program starts
   (CGO_OWN_PREFIX).  */
const char *cgo_own_thunk_name (const char *asmname, tree decl);
/* Through a pointer in r10 (CGO_PTHUNK_PREFIX), and a cgo_go (CGO_GO_PREFIX).  */
const char *cgo_pthunk_name (enum cgo_mode mode, unsigned bytes, unsigned align);
/* Through a pointer of which nothing is known (CGO_ITHUNK_PREFIX).  */
const char *cgo_ithunk_name (unsigned bytes, unsigned align);
const char *cgo_go_thunk_name (unsigned bytes, unsigned align, bool vectors);
/* A FUNCTION_DECL for the thunk NAME of FNDECL: what an address of a foreign
   function becomes.  */
tree cgo_thunk_decl (const char *name, tree fndecl);
/* The function that returns the address of thread-local VAR.  */
tree cgo_tls_decl (tree var);
/* The entry (cgo_export) or the start (main) of a renamed function, with BYTES
   of incoming stack arguments.  */
void cgo_entry_needed (tree fndecl, unsigned bytes, unsigned align);
/* Writes all of it to asm_out_file: PLUGIN_FINISH_UNIT comes too late for some
   of it, thunk.cc says what is written when.  */
void cgo_thunks_finish (void);

/* What is called by NAME, if that is a thunk of C, and in which mode; *TARGET is null for
   one through a pointer.  False if it is none.  */
bool cgo_thunk_find (const char *name, const char **target, enum cgo_mode *mode);

/* ---- callee.cc ---- */

struct cgo_callee
{
  enum { POINTER, OWN, THUNK, GO, DIRECT } kind;
  const char *symbol;		/* what the insn calls, or null */
  const char *name;		/* the assembler name of what is meant, or null */
  tree decl;			/* its declaration, if DIRECT or GO and known */
  struct cgo_class c;
};
/* Of a call behind pass-foreign.cc.  */
struct cgo_callee cgo_callee_of (rtx_insn *insn);

/* ---- record.cc ---- */

/* What was made of the function being compiled: bytes of its frame, whether it has a check
   and why.  */
void cgo_record_function (HOST_WIDE_INT frame, bool checked, const char *why);
/* Prints all of it, at the end of the unit.  */
void cgo_records_finish (FILE *);

/* ---- marker.cc ---- */

/* FNDECL is goroutine code with a body, its aliases too.  */
void cgo_marker_defined (tree fndecl);
/* The function being compiled calls CALLEE, of class C, or takes its address: if it is
   taken for goroutine code of another unit, it must prove that to the linker.  */
void cgo_marker_needed (location_t loc, tree callee, const struct cgo_class *c);
/* The same of static data.  */
void cgo_marker_data (tree callee, const struct cgo_class *c);
/* Prints the references asked for since the last call, inside the function.  */
void cgo_markers_flush (FILE *);
/* Prints the rest, at the end of the unit.  */
void cgo_markers_finish (FILE *);

/* ---- pass-async.cc ---- */

void cgo_register_async (const char *plugin_name);
/* Whether FNDECL, which is being printed, may be stopped by a signal.  */
bool cgo_async_p (tree fndecl);
/* Prints what has signals installed, at the end of the unit.  */
void cgo_async_finish (FILE *);

/* ---- pass-const.cc ---- */

/* Whether function NAME returns what belongs to a thread.  */
bool cgo_per_thread_p (const char *name);

/* ---- mark.cc ---- */

void cgo_register_mark (const char *plugin_name);

/* ---- target-x86_64-trampoline.cc ---- */

void cgo_register_trampoline (void);

/* ---- build.cc ---- */

/* A function of libcgo that compiled code calls; NONSHARED: of libcgo_nonshared.a.  */
tree cgo_runtime_decl (const char *name, tree fntype, bool nonshared);
/* The pointer that variable or memory PLACE holds, loaded by SEQ.  */
tree cgo_load (gimple_seq *seq, tree place);

/* ---- target-x86_64-call.cc ---- */

/* Bytes of stack arguments a call of FNTYPE passes by its prototype; false when
   that cannot be known (no prototype, variadic).  */
bool cgo_target_stack_args (tree fntype, unsigned *bytes, unsigned *align);
/* Log2 of an alignment that is enough for the stack arguments of each call of the function
   being expanded, when above 64, else 0.  */
unsigned cgo_target_most_align (void);

/* The artificial callees that carry a request from the trees to the RTL.  A
   call of one of these with a static chain becomes, after expand, a call of
   cgo_go_thunk_name / cgo_pthunk_name with the exact number of stack bytes.  */
#define CGO_REQUEST_GO "__cgo_request_go"
#define CGO_REQUEST_PCALL "__cgo_request_pcall."	/* + digit of the mode, which
							   is that of the type */

/* ---- report.cc ---- */

/* A line about the function being compiled, with FRAME bytes of stack, WHERE it has its
   check, and WHY.  */
void cgo_report_function (HOST_WIDE_INT frame, const char *where, const char *why);
/* The same about a call at LOC of CALLEE (null: through a pointer) of class C.  */
void cgo_report_call (location_t loc, const char *callee, const struct cgo_class *c);
/* A poll at LOC in the function being compiled.  */
void cgo_report_poll (location_t loc);
void cgo_report_finish (void);

/* ---- dump.cc ---- */

/* FNDECL has just been declared, without a body.  */
void cgo_dump_decl (tree fndecl);
void cgo_dump_finish (void);

/* ---- translate.cc: what `cgo', the command, asks for ---- */

void cgo_translate_init (const char *plugin_name);
/* translate-body.cc */
void cgo_translate_body (tree fndecl);		/* FNDECL has its body */
void cgo_translate_decl (tree decl);		/* DECL is complete */

/* ---- passes ---- */

/* PASS runs after GCC's pass AFTER, and before what was registered there earlier.  */
void cgo_register_pass (const char *plugin_name, opt_pass *pass, const char *after);
void cgo_register_limits (const char *plugin_name);		/* pass-limits.cc */
void cgo_register_frame (const char *plugin_name);		/* pass-frame.cc */
void cgo_register_resync (const char *plugin_name);		/* pass-resync.cc */
/* A call that returns twice, and a statement behind what was put after it.  */
struct cgo_resync
{
  gimple *call, *after;
};
/* Those of the function being compiled.  */
const vec<cgo_resync> &cgo_resyncs (void);
void cgo_register_tls (const char *plugin_name);		/* pass-tls.cc */
void cgo_register_alloca (const char *plugin_name);		/* pass-alloca.cc */
void cgo_register_sized (const char *plugin_name);		/* pass-sized.cc */
/* Whether pass-alloca.cc saw each alloca of the function being compiled, and reckoned
   with calls that pass MOST_PUSHED bytes on the stack.  */
bool cgo_alloca_lowered_p (HOST_WIDE_INT most_pushed);
void cgo_register_foreign (const char *plugin_name);		/* pass-foreign.cc */
void cgo_register_poll (const char *plugin_name);		/* pass-poll.cc */
void cgo_register_number (const char *plugin_name);		/* pass-number.cc */
/* Prints what the polls of the function just printed do when somebody asks.  */
void cgo_polls_flush (FILE *);
void cgo_register_check (const char *plugin_name);		/* pass-check.cc */
/* Whether each call of FNDECL makes a stack check at once, as far as is known by now.  */
bool cgo_checked_at_entry_p (tree fndecl);

/* ---- plugin.cc ---- */

/* Keeps DECL from the garbage collector, which does not look into the plugin's
   own data.  */
void cgo_keep (tree decl);

#endif
