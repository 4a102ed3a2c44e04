// peer.go - the same cases in Go: a cgo call and callback, goroutines, channels.
//
// The C side is callee.c.  Prints the lines that bench.h describes.
//
// SPDX-License-Identifier: MIT

package main

/*
#cgo CFLAGS: -O2
long callee1 (long);
long callee10 (long, long, long, long, long, long, long, long, long, long);
long callee_calls_back (long);
double callee_bound (long);
#include <unistd.h>
long callee_fresh (long);
*/
import "C"

import (
	"fmt"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

const (
	repeat  = 3
	calls   = 200000
	spawns  = 1000
	batches = 20
	yields  = 50000
	pings   = 50000
	threads = 1000
)

var sink C.long

//export called_back
func called_back(a C.long) C.long { return a }

func calls1() {
	for i := 0; i < calls; i++ {
		sink += C.callee1(C.long(i))
	}
}

func calls10() {
	for i := 0; i < calls; i++ {
		sink += C.callee10(C.long(i), 2, 3, 4, 5, 6, 7, 8, 9, 10)
	}
}

func callsErrno() {
	for i := 0; i < calls; i++ {
		v, err := C.callee1(C.long(i))
		sink += v
		if err != nil {
			sink++
		}
	}
}

func spawn() {
	var wg sync.WaitGroup
	for b := 0; b < batches; b++ {
		wg.Add(spawns)
		for i := 0; i < spawns; i++ {
			go wg.Done()
		}
		wg.Wait()
	}
}

func yield() {
	var wg sync.WaitGroup
	wg.Add(2)
	for g := 0; g < 2; g++ {
		go func() {
			for i := 0; i < yields; i++ {
				runtime.Gosched()
			}
			wg.Done()
		}()
	}
	wg.Wait()
}

func pingpong() {
	ping, pong := make(chan int), make(chan int)
	go func() {
		for v := range ping {
			pong <- v
		}
		close(pong)
	}()
	for i := 0; i < pings; i++ {
		ping <- i
		<-pong
	}
	close(ping)
	<-pong
}

func measure(name string, count int, f func()) {
	start := time.Now()
	f()
	fmt.Printf("%s %.3f\n", name, float64(time.Since(start))/float64(count))
}

// The counterpart of handoff.c.

//go:noinline
func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}

func computed(us int) float64 {
	const computing, sleepers = 2, 8
	var stop atomic.Bool
	var n atomic.Int64
	var wg sync.WaitGroup
	start := func(f func()) {
		wg.Add(1)
		go func() {
			for !stop.Load() {
				f()
			}
			wg.Done()
		}()
	}
	for i := 0; i < computing; i++ {
		start(func() { fib(11); n.Add(1) })
	}
	for i := 0; us > 0 && i < sleepers; i++ {
		start(func() { C.usleep(C.uint(us)) })
	}
	time.Sleep(20 * time.Millisecond)
	begin, before := time.Now(), n.Load()
	time.Sleep(200 * time.Millisecond)
	rate := float64(n.Load()-before) / float64(time.Since(begin))
	stop.Store(true)
	wg.Wait()
	return rate
}

func handoff() {
	var best [3]float64
	for r := 0; r < 5; r++ {
		for k, us := range []int{0, 10000, 100} {
			if rate := computed(us); rate > best[k] {
				best[k] = rate
			}
		}
	}
	fmt.Printf("kept-10ms %.3f\nkept-100us %.3f\n", best[1]/best[0], best[2]/best[0])
}

func main() {
	if len(os.Args) > 1 {
		handoff()
		return
	}
	spawn()
	for r := 0; r < repeat; r++ {
		measure("call-1", calls, calls1)
		measure("call-10", calls, calls10)
		measure("call-errno", calls, callsErrno)
		measure("callback", calls, func() { sink = C.callee_calls_back(calls) })
		fmt.Printf("callback-bound %.3f\n", float64(C.callee_bound(calls)))
		measure("callback-fresh", threads, func() { sink = C.callee_fresh(threads) })
		measure("spawn", spawns*batches, spawn)
		measure("yield", 2*yields, yield)
		measure("ping-pong", pings, pingpong)
	}
}
