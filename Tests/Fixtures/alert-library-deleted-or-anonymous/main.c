// fires: maps code of a copy of /bin/true that exists in memory only.
// silent: maps code of /bin/true itself, and the copy as data.

#include "../alert-fixture.h"

#include <sys/mman.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  int program = open("/bin/true", O_RDONLY | O_CLOEXEC);
  int memory = memfd_create("code", MFD_CLOEXEC);
  if (program < 0 || memory < 0) fail("/bin/true");
  copy(program, memory);
  int files[] = {program, memory};
  for (int i = 0; i < 2; i++) {
    int protection = PROT_READ | (i == firing ? PROT_EXEC : 0);
    if (mmap(NULL, 4096, protection, MAP_PRIVATE, files[i], 0) == MAP_FAILED) fail("mmap");
  }
  puts("mapped a file and its copy");
  return 0;
}
