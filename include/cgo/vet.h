/* cgo/vet.h - what the plugin leaves in an object for `cgo vet'.

   A section that is not loaded, with a record for each function that the plugin compiled.
   It has the name of debug information, for that is what linkers and strip(1) know how to
   treat: it stays when --gc-sections looks for what is used, may name functions that were
   thrown away (the address becomes 0), and goes with strip -g.  Records of functions in
   a comdat group are in the group, so that the linker keeps one of each.

   A record, without alignment, numbers in the order of the machine:

     u32     bytes that follow
     u8      CGO_VET_VERSION
     u8      CGO_VET_MAIN | ... : what the function is
     u64     its address
     u32     its frame: bytes of stack below the return address, without alloca's
     chars   why it has a check or none, as the report says it; ends in 0
     chars   the public name, if CGO_VET_NAMED; ends in 0
     calls   until the end, each of what is called and how only once:
	u8     CGO_VET_POINTER ... , + CGO_VET_TAIL + CGO_VET_ADDRESS or CGO_VET_NAME
	u16    CGO_VET_LEAF, CGO_VET_OWN: bytes of stack
	u64    CGO_VET_ADDRESS: a function of the same unit
	chars  CGO_VET_NAME: the assembler name of another; ends in 0

   Where a function calls what another unit defines there is a name, not a reference: GCC
   may yet throw the call away, and with it the only reason to link that unit.

   SPDX-License-Identifier: MIT  */

#ifndef CGO_VET_H
#define CGO_VET_H 1

#define CGO_VET_SECTION ".debug_cgo"
#define CGO_VET_VERSION 1

/* Functions.  */
#define CGO_VET_MAIN 1		/* the body of main, */
#define CGO_VET_EXPORT 2	/* or of an exported function */
#define CGO_VET_NAMED 4		/* and thus has a public name, too */
#define CGO_VET_CHECK 8		/* has a stack check; else needs none, or: */
#define CGO_VET_NOSPLIT 16	/* says that it has none */
#define CGO_VET_C 32		/* is C */
#define CGO_VET_ALLOCA 64	/* its frame grows while it runs */

/* Calls.  */
#define CGO_VET_POINTER 0	/* through a pointer, to whatever it points to */
#define CGO_VET_GOROUTINE 1	/* goroutine code */
#define CGO_VET_RUNTIME 2	/* libcgo */
#define CGO_VET_GO 3		/* starts a goroutine */
#define CGO_VET_DEFAULT 4	/* C, by these modes; without a name through a pointer */
#define CGO_VET_NONBLOCKING 5
#define CGO_VET_BLOCKING 6
#define CGO_VET_PIN 7
#define CGO_VET_LEAF 8
#define CGO_VET_OWN 9		/* nonblocking, or a leaf if it is glibc's own */
#define CGO_VET_KIND 15		/* mask of the above */
#define CGO_VET_TAIL 32		/* the caller's frame is gone by then */
#define CGO_VET_ADDRESS 64
#define CGO_VET_NAME 128

#endif
