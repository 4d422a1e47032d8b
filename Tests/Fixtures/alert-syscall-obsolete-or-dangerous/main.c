// fires: reads its descriptor table by modify_ldt, which is for old 16-bit programs.
// silent: asks where its thread's segment lies.

#include "../alert-fixture.h"

#include <sys/syscall.h>
#ifdef __x86_64__
#include <asm/prctl.h>
#endif

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
#ifdef __x86_64__
  char table[64];
  unsigned long base;
  // Some kernels are built without it; the attempt is what counts.
  if (firing)
    syscall(SYS_modify_ldt, 0, table, sizeof table);
  else if (syscall(SYS_arch_prctl, ARCH_GET_FS, &base) != 0)
    fail("arch_prctl");
  puts("asked for a segment");
  return 0;
#else
  (void)firing;
  puts("skipped: there are no segments");
  return 77;
#endif
}
