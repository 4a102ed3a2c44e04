// peer.go - the Go side of go.c: functions that C may call, of which some call back.
//
// SPDX-License-Identifier: MIT

package main

/*
#include <errno.h>
#include <stdlib.h>
#include <string.h>

// go.c: runs on a goroutine of C.
extern long c_exported (long);

// Go can only call what it finds declared here.
static long bridge (long n) { return c_exported (n); }
static int set_errno (int n) { errno = n; return -1; }
*/
import "C"

import (
	"os"
	"os/signal"
	"runtime"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

//export GoAdd
func GoAdd(a, b C.long) C.long { return a + b }

// GoDepth and c_exported call each other n times.
//
//export GoDepth
func GoDepth(n C.long) C.long {
	if n <= 0 {
		return 0
	}
	return C.bridge(n) + 1
}

// GoThreads calls C's goroutine code from n goroutines on as many threads.
//
//export GoThreads
func GoThreads(n, calls C.long) C.long {
	var sum int64
	var wg sync.WaitGroup
	for i := C.long(0); i < n; i++ {
		wg.Add(1)
		go func() {
			runtime.LockOSThread() // and not unlocked: the thread ends, too
			for j := C.long(0); j < calls; j++ {
				atomic.AddInt64(&sum, int64(C.bridge(-1)))
			}
			wg.Done()
		}()
	}
	wg.Wait()
	return C.long(sum)
}

func fault(p *int) int { return *p }

// GoPanics recovers from a panic, and from a signal that becomes one.
//
//export GoPanics
func GoPanics() (n C.long) {
	defer func() {
		if recover() != nil {
			n++
		}
	}()
	func() {
		defer func() {
			if recover() != nil {
				n++
			}
		}()
		panic("expected")
	}()
	fault(nil)
	return 0
}

//export GoErrno
func GoErrno(n C.int) C.int {
	_, err := C.set_errno(n)
	if err == nil {
		return 0
	}
	return C.int(err.(syscall.Errno))
}

var garbage [][]byte

// GoGarbage keeps the collector busy, and asks for preemption by SIGURG of a loop
// without a call.
//
//export GoGarbage
func GoGarbage(rounds C.long) C.long {
	var stop int32
	done := make(chan int)
	go func() {
		n := 0
		for atomic.LoadInt32(&stop) == 0 {
			n++
		}
		done <- n
	}()
	var n C.long
	for i := C.long(0); i < rounds; i++ {
		garbage = nil
		for j := 0; j < 100; j++ {
			b := make([]byte, 10000)
			b[j] = byte(j)
			garbage = append(garbage, b)
		}
		runtime.GC()
		for j, b := range garbage {
			if b[j] == byte(j) {
				n++
			}
		}
	}
	atomic.StoreInt32(&stop, 1)
	<-done
	return n
}

// GoProfile has SIGPROF sent to whatever runs, while on is not 0.
//
//export GoProfile
func GoProfile(on C.int) {
	runtime.SetCPUProfileRate(int(on) * 100)
}

// GoSignal is told of SIGUSR1 by os/signal.
//
//export GoSignal
func GoSignal() C.int {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGUSR1)
	defer signal.Stop(c)
	syscall.Kill(syscall.Getpid(), syscall.SIGUSR1)
	select {
	case <-c:
		return 1
	case <-time.After(10 * time.Second):
		return 0
	}
}

func main() {}
