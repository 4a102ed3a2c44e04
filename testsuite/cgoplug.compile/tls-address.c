/* The address of a thread-local that is kept is another thread's after a migration: worth
   a warning.

   { dg-options "-O2 -fPIC" }  */

static __thread int quick __attribute__ ((tls_model ("initial-exec")));

int *
g (void)
{
  return &quick; /* { dg-warning "the address of thread-local 'quick' is that of the thread the goroutine is on now; lock it to the thread with 'cgo_lock_os_thread' for as long as the address is used \\\[-Wcgo-tls\\\]" } */
}

int
h (void)
{
  return quick++;
}
