// fires: is run as root; only root can.
// silent: is run as whoever it is; the test chooses a user or a policy by which that is allowed.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  // No program can choose who starts it.
  if (is_firing(argc, argv) && geteuid() != 0) {
    puts("skipped: only root runs as root");
    return 77;
  }
  puts("ran as the user that it was started as");
  return 0;
}
