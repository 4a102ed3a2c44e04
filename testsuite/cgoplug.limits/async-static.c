/* A static program has no table of its functions' ends, unless the linker is asked for one: then
   no goroutine would ever be stopped by a signal, and nobody told why.

   { dg-options "-fplugin-arg-cgoplug-preempt=async" }
   { dg-link "-static" }
   { dg-status 2 }
   { dg-output "cgo: preempt=async: a static program is to be linked with -Wl,--eh-frame-hdr\n" }  */

int
main (void)
{
  return 0;
}
