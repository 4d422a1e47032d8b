// fires: makes a symbolic link to the file of password hashes, which nobody then follows.
// fires-core: makes a link to the kernel's memory with a name of its own.
// silent: makes one to an ordinary program.
// silent-core: makes the link /dev/core of a new /dev, as sandboxes do.

#include "../alert-fixture.h"

static void link_to(const char *target, const char *link) {
  if (symlink(target, link) != 0) fail(link);
  if (unlink(link) != 0) fail(link);
}

int main(int argc, char **argv) {
  int is_core = argc > 1 && strcmp(argv[1] + strcspn(argv[1], "-"), "-core") == 0;
  if (is_core) argv[1][strlen(argv[1]) - strlen("-core")] = '\0';
  int firing = is_firing(argc, argv);
  if (!is_core) {
    link_to(firing ? "/etc/shadow" : "/bin/true", below(argc, argv, "notes"));
  } else if (firing) {
    link_to("/proc/kcore", below(argc, argv, "core"));
  } else {
    const char *devices = below(argc, argv, "dev");
    make_directory(devices);
    link_to("/proc/kcore", below(argc, argv, "dev/core"));
    if (rmdir(devices) != 0) fail(devices);
  }
  forget_directory(argc, argv);
  puts("made a link");
  return 0;
}
