// fires: asks for the page after the one at zero, which the kernel may refuse.
// silent: names that address as a wish only, so that the kernel chooses another.

#include "../alert-fixture.h"

#include <sys/mman.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  int flags = MAP_PRIVATE | MAP_ANONYMOUS | (firing ? MAP_FIXED : 0);
  void *page = mmap((void *)4096, 4096, PROT_NONE, flags, -1, 0);
  if (page == MAP_FAILED && errno != EPERM && errno != EACCES) fail("mmap");
  if (page != MAP_FAILED && munmap(page, 4096) != 0) fail("munmap");
  puts("asked for a page");
  return 0;
}
