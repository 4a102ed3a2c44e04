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
long callee_fresh (long);
*/
import "C"

import (
	"fmt"
	"runtime"
	"sync"
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

func main() {
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
