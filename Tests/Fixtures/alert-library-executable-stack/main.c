// fires: executes a copy of itself that asks for an executable stack.
// silent: executes a copy that asks for none.

#include "../alert-fixture.h"

#include <elf.h>

// Changes the flags of PT_GNU_STACK.
static void set_stack_flags(int file, Elf64_Word flags) {
  Elf64_Ehdr header;
  if (pread(file, &header, sizeof header, 0) != sizeof header) fail("pread");
  for (int i = 0; i < header.e_phnum; i++) {
    off_t place = (off_t)(header.e_phoff + (Elf64_Off)i * header.e_phentsize);
    Elf64_Phdr segment;
    if (pread(file, &segment, sizeof segment, place) != sizeof segment) fail("pread");
    if (segment.p_type != PT_GNU_STACK) continue;
    segment.p_flags = flags;
    if (pwrite(file, &segment, sizeof segment, place) != sizeof segment) fail("pwrite");
    return;
  }
  fail("no PT_GNU_STACK");
}

int main(int argc, char **argv) {
  // The copy.
  if (argc == 1) return 0;
  int firing = is_firing(argc, argv);
  const char *path = below(argc, argv, "copy");
  int original = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
  int file = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (original < 0 || file < 0) fail(path);
  copy(original, file);
  set_stack_flags(file, PF_R | PF_W | (firing ? PF_X : 0));
  if (fchmod(file, 0700) != 0 || close(file) != 0) fail(path);
  pid_t child = fork();
  if (child == 0) {
    execl(path, "copy", (char *)NULL);
    fail("execl");
  }
  expect_success(child);
  if (unlink(path) != 0) fail("unlink");
  forget_directory(argc, argv);
  puts("ran a copy of itself");
  return 0;
}
