// fires: removes a log, in a directory of logs over which a file system of its own is mounted.
// fires-truncated, fires-created, fires-truncate, fires-ftruncate: empties it.
// fires-moved: moves it elsewhere.
// silent: adds a line to the same log.
// silent-new: creates a log with O_TRUNC where none was.

#include "../alert-fixture.h"

#include <sys/mount.h>

static const char *const folder = "/var/log";
static const char *const path = "/var/log/dftrace-fixture.log";

int main(int argc, char **argv) {
  const char *way = argc > 1 ? argv[1] : "";
  if (access(folder, F_OK) != 0) {
    printf("skipped: there is no %s here\n", folder);
    return 77;
  }
  enter_namespaces(CLONE_NEWNS);
  if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) fail("mount /");
  if (mount("tmpfs", folder, "tmpfs", MS_NOSUID | MS_NODEV, "size=64k,mode=0755") != 0)
    fail(folder);
  // mknod makes it without opening it: a log that this run wrote would be its own to remove.
  if (mknod(path, S_IFREG | 0600, 0) != 0) fail(path);
  int file = -1;
  if (strcmp(way, "fires") == 0) {
    if (unlink(path) != 0) fail(path);
  } else if (strcmp(way, "fires-truncated") == 0) {
    file = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC);
    if (file < 0) fail(path);
  } else if (strcmp(way, "fires-created") == 0) {
    file = creat(path, 0600);
    if (file < 0) fail(path);
  } else if (strcmp(way, "fires-truncate") == 0) {
    if (truncate(path, 0) != 0) fail(path);
  } else if (strcmp(way, "fires-ftruncate") == 0) {
    file = open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0 || ftruncate(file, 0) != 0) fail(path);
  } else if (strcmp(way, "fires-moved") == 0) {
    if (rename(path, "/var/log/dftrace-fixture.old") != 0) fail(path);
  } else if (strcmp(way, "silent-new") == 0) {
    write_file("/var/log/dftrace-fixture.new", "hello\n");
  } else {
    is_firing(argc, argv);
    file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC);
    if (file < 0 || write(file, "hello\n", 6) != 6) fail(path);
  }
  if (file >= 0 && close(file) != 0) fail(path);
  puts("used a log");
  return 0;
}
