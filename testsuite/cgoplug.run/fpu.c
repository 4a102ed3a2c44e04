/* Without this a goroutine's rounding mode is the thread's: it leaks into the next
   goroutine and is lost by a migration.  MXCSR (doubles) and the x87 control
   word (long doubles) are the goroutine's own.  */

#include <cgo.h>
#include "check.h"

static cgo_wg wg;

static unsigned
mxcsr (void)
{
  unsigned v;
  __asm__ volatile ("stmxcsr %0" : "=m" (v));
  return v & 0x6000;
}

static unsigned
fcw (void)
{
  unsigned short v;
  __asm__ volatile ("fnstcw %0" : "=m" (v));
  return v & 0x0c00;
}

static void
set (unsigned rounding)
{
  unsigned m;
  unsigned short f;
  __asm__ volatile ("stmxcsr %0" : "=m" (m));
  __asm__ volatile ("fnstcw %0" : "=m" (f));
  m = (m & ~0x6000u) | rounding << 13;
  f = (f & ~0x0c00u) | rounding << 10;
  __asm__ volatile ("ldmxcsr %0" : : "m" (m));
  __asm__ volatile ("fldcw %0" : : "m" (f));
}

static void
worker (unsigned rounding)
{
  CHECK (mxcsr () == 0 && fcw () == 0);	/* begins with the default */
  set (rounding);
  for (int i = 0; i < 100; i++)
    {
      if (i % 20 == 0)
	cgo_sleep (1000);
      else if (i % 20 == 10)
	usleep (100);
      else
	cgo_gosched ();
      CHECK_EQ (mxcsr (), rounding << 13);
      CHECK_EQ (fcw (), rounding << 10);
    }
  cgo_wg_done (&wg);
}

int
main (void)
{
  cgo_wg_add (&wg, 8);
  for (unsigned i = 0; i < 8; i++)
    CHECK_EQ (cgo_go (worker, i % 4), 0);
  CHECK_EQ (cgo_wg_wait (&wg), 0);
  CHECK (mxcsr () == 0 && fcw () == 0);
  return 0;
}
