// fires: asks for the removal of a kernel module that there is none of.
// silent: reads which modules there are.

#include "../alert-fixture.h"

#include <sys/syscall.h>

int main(int argc, char **argv) {
  if (is_firing(argc, argv)) {
    // Without privilege the kernel refuses, and with it finds no such module.
    if (syscall(SYS_delete_module, "no_such_module_dftrace", O_NONBLOCK) == 0) fail("removed");
  } else if (access("/proc/modules", R_OK) == 0) {
    read_file("/proc/modules");
  }
  puts("asked about kernel modules");
  return 0;
}
