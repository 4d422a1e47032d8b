// fires: maps code of /bin/true by a name that it has given it below /mnt.
// silent: maps code of /bin/true itself.

#include "../alert-fixture.h"

#include <sys/mman.h>
#include <sys/mount.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  enter_namespaces(CLONE_NEWNS);
  // Nothing of it may reach the other namespaces.
  if (mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) fail("private");
  if (mount("none", "/mnt", "tmpfs", 0, "mode=0755") != 0) {
    printf("skipped: the machine allows no mount on /mnt\n");
    return 77;
  }
  // Bound and not copied, since a copy would be written in the run.
  write_file("/mnt/code", "");
  if (mount("/bin/true", "/mnt/code", NULL, MS_BIND, NULL) != 0) fail("bind");
  int file = open(firing ? "/mnt/code" : "/bin/true", O_RDONLY | O_CLOEXEC);
  if (file < 0) fail("true");
  void *code = mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE, file, 0);
  if (code == MAP_FAILED) fail("mmap");
  puts("mapped");
  return 0;
}
