// fires: asks the kernel to load a BPF program, one without instructions.
// silent: asks it for a small map, as programs do that only count.

#include "../alert-fixture.h"

#include <linux/bpf.h>
#include <sys/syscall.h>

int main(int argc, char **argv) {
  union bpf_attr attributes;
  memset(&attributes, 0, sizeof attributes);
  if (is_firing(argc, argv)) {
    // It is refused with any privilege.
    if (syscall(SYS_bpf, BPF_PROG_LOAD, &attributes, sizeof attributes) >= 0) fail("loaded");
  } else {
    attributes.map_type = BPF_MAP_TYPE_ARRAY;
    attributes.key_size = attributes.value_size = 4;
    attributes.max_entries = 1;
    // Whether the user may have one makes no difference.
    int map = (int)syscall(SYS_bpf, BPF_MAP_CREATE, &attributes, sizeof attributes);
    if (map >= 0) close(map);
  }
  puts("asked for BPF");
  return 0;
}
