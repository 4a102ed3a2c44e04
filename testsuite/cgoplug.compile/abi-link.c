/* A runtime of another ABI: the link fails with the version in the name.

   { dg-do link }
   { dg-options "-O2" }
   { dg-error "undefined reference to .__cgo_abi_0'" "" { target *-*-* } 0 }  */

__asm__ (".data\n\t.quad __cgo_abi_0\n\t.text");

int
main (void)
{
  return 0;
}
