/* cgo.h - goroutines for C.

   Compile with -fplugin=cgoplug.so, link with -lcgo.  This header brings in
   all of the library; each part documents itself:

     cgo/attr.h	   the attributes and their macros
     cgo/foreign.h  pointers to C
     cgo/go.h	   goroutines: cgo_go, yield, exit, threads, time
     cgo/chan.h	   channels
     cgo/sync.h	   mutex and wait group
     cgo/signal.h   signals on a channel

   SPDX-License-Identifier: MIT  */

#ifndef CGO_H
#define CGO_H 1

#include <cgo/attr.h>
#include <cgo/foreign.h>
#include <cgo/go.h>
#include <cgo/chan.h>
#include <cgo/sync.h>
#include <cgo/signal.h>

#endif
