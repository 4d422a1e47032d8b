// fires: asks for shared memory that is executable.
// silent: asks for shared memory that is writable.

#include "../alert-fixture.h"

#include <sys/mman.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  int protection = PROT_READ | (firing ? PROT_EXEC : PROT_WRITE);
  void *memory = mmap(NULL, 4096, protection, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) fail("mmap");
  puts("mapped");
  return 0;
}
