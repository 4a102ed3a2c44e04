/* A thread-local reached through __tls_get_addr is another thread's after a
   migration: an error, not silent corruption.  An address that is kept is worth a
   warning.

   { dg-options "-O2 -fPIC" }  */

extern __thread int there;
static __thread int quick __attribute__ ((tls_model ("initial-exec")));

int
f (void)
{
  return there; /* { dg-error "thread-local 'there' is reached through '__tls_get_addr', whose result GCC keeps while the goroutine moves to another thread; compile with '-ftls-model=initial-exec'" } */
}

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
