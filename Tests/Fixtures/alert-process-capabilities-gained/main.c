// fires: gives up a capability for a while and takes it back.
// silent: gives it up.

#include "../alert-fixture.h"

#include <linux/capability.h>
#include <sys/syscall.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  // Whoever makes a user namespace has all capabilities in it.
  enter_namespaces(CLONE_NEWUSER);
  struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  struct __user_cap_data_struct data[2];
  if (syscall(SYS_capget, &header, data) != 0) fail("capget");
  if (!(data[0].permitted & 1u << CAP_NET_RAW)) {
    puts("skipped: the namespace gives no capabilities");
    return 77;
  }
  // It stays permitted, which is what allows it to be taken back.
  data[0].effective &= ~(1u << CAP_NET_RAW);
  if (syscall(SYS_capset, &header, data) != 0) fail("capset");
  if (firing) {
    data[0].effective |= 1u << CAP_NET_RAW;
    if (syscall(SYS_capset, &header, data) != 0) fail("capset");
  }
  puts(firing ? "took a capability back" : "gave a capability up");
  return 0;
}
