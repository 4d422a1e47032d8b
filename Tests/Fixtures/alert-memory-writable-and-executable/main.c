// fires: asks for memory that is writable and executable.
// silent: asks for memory that is writable, and for other memory that is executable.

#include "../alert-fixture.h"

#include <sys/mman.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  int protection = PROT_READ | PROT_WRITE | (firing ? PROT_EXEC : 0);
  void *memory = mmap(NULL, 4096, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) fail("mmap");
  if (!firing &&
      mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED)
    fail("mmap");
  puts("mapped");
  return 0;
}
