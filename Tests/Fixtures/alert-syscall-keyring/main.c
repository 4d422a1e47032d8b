// fires: asks the kernel for the number of its own keyring, without making one.
// silent: takes random bytes for a key from the kernel.

#include "../alert-fixture.h"

#include <linux/keyctl.h>
#include <sys/random.h>
#include <sys/syscall.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  char key[16];
  // There is no such keyring mostly, and containers refuse the call; the attempt is what counts.
  if (firing)
    syscall(SYS_keyctl, KEYCTL_GET_KEYRING_ID, KEY_SPEC_PROCESS_KEYRING, 0);
  else if (getrandom(key, sizeof key, 0) != (ssize_t)sizeof key)
    fail("getrandom");
  puts("asked for a key");
  return 0;
}
