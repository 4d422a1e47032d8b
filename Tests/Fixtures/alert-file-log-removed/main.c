// fires: removes a log, in a directory of logs over which a file system of its own is mounted.
// silent: adds a line to the same log.

#include "../alert-fixture.h"

#include <sys/mount.h>

static const char *const folder = "/var/log";
static const char *const path = "/var/log/dftrace-fixture.log";

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
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
  if (firing) {
    if (unlink(path) != 0) fail(path);
  } else {
    int log = open(path, O_WRONLY | O_APPEND | O_CLOEXEC);
    if (log < 0 || write(log, "hello\n", 6) != 6 || close(log) != 0) fail(path);
  }
  puts(firing ? "removed a log" : "added to a log");
  return 0;
}
