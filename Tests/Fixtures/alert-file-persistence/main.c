// fires: writes a shell's start-up file.
// fires-moved: moves a file there. fires-linked: makes a link there.
// fires-exchanged: exchanges one with another file, named second.
// silent: writes a file whose name only resembles one.
// silent-exchanged: exchanges two such files.
// silent-sample: writes a sample hook of Git.

#include "../alert-fixture.h"

#include <sys/syscall.h>

// RENAME_EXCHANGE of <linux/fs.h>, which clashes with <fcntl.h> on some systems.
static void exchange(const char *first, const char *second) {
  if (syscall(SYS_renameat2, AT_FDCWD, first, AT_FDCWD, second, 2) != 0) fail("renameat2");
}

int main(int argc, char **argv) {
  const char *way = argc > 1 ? argv[1] : "";
  const char *path = below(argc, argv, strncmp(way, "fires", 5) == 0 ? ".bashrc" : "my.bashrc");
  const char *other = below(argc, argv, "other");
  if (strcmp(way, "fires-moved") == 0) {
    write_file(other, "# nothing\n");
    if (rename(other, path) != 0) fail(path);
  } else if (strcmp(way, "fires-linked") == 0) {
    if (symlink("other", path) != 0) fail(path);
  } else if (strcmp(way, "fires-exchanged") == 0 || strcmp(way, "silent-exchanged") == 0) {
    write_file(other, "# nothing\n");
    // mknod makes it without opening it, which would be an alert already.
    if (mknod(path, S_IFREG | 0600, 0) != 0) fail(path);
    exchange(path, other);
  } else if (strcmp(way, "silent-sample") == 0) {
    make_directory(below(argc, argv, ".git"));
    const char *folder = below(argc, argv, ".git/hooks");
    make_directory(folder);
    const char *hook = below(argc, argv, ".git/hooks/pre-commit.sample");
    write_file(hook, "# nothing\n");
    if (unlink(hook) != 0 || rmdir(folder) != 0 || rmdir(below(argc, argv, ".git")) != 0) fail(hook);
  } else {
    is_firing(argc, argv);
    write_file(path, "# nothing\n");
  }
  unlink(path);
  unlink(other);
  forget_directory(argc, argv);
  puts("wrote");
  return 0;
}
