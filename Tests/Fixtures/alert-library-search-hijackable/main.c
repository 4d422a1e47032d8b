// fires: looks for a library in /tmp, where it is not.
// silent: looks for it in /usr/lib, where it is not either.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *places[] = {"/usr/lib/libdftrace-fixture.so.1", "/tmp/libdftrace-fixture.so.1"};
  if (open(places[firing], O_RDONLY | O_CLOEXEC) >= 0 || errno != ENOENT) fail(places[firing]);
  puts("looked for a library");
  return 0;
}
