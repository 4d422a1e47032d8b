// fires: fills a page and makes it executable.
// silent: fills a page and makes it read-only.

#include "../alert-fixture.h"

#include <sys/mman.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (page == MAP_FAILED) fail("mmap");
  // ret
  memset(page, 0xC3, 4096);
  if (mprotect(page, 4096, PROT_READ | (firing ? PROT_EXEC : 0)) != 0) fail("mprotect");
  puts("filled a page");
  return 0;
}
