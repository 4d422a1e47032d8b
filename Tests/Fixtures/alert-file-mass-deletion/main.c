// fires: removes 30 files, in a directory over which a file system of its own is mounted.
// silent: removes 10 of the same 30.

#include "../alert-fixture.h"

#include <sys/mount.h>

static const char *const folder = "/mnt";

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  char path[64];
  if (access(folder, F_OK) != 0) {
    printf("skipped: there is no %s here\n", folder);
    return 77;
  }
  enter_namespaces(CLONE_NEWNS);
  if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) fail("mount /");
  // Without a mode, it would be a directory that everybody may write.
  if (mount("tmpfs", folder, "tmpfs", MS_NOSUID | MS_NODEV, "size=64k,mode=0755") != 0)
    fail(folder);
  for (int i = 0; i < 30; i++) {
    snprintf(path, sizeof path, "%s/%d", folder, i);
    // mknod makes it without opening it: what this run wrote would be its own to remove.
    if (mknod(path, S_IFREG | 0600, 0) != 0) fail(path);
  }
  for (int i = 0; i < (firing ? 30 : 10); i++) {
    snprintf(path, sizeof path, "%s/%d", folder, i);
    if (unlink(path) != 0) fail(path);
  }
  puts(firing ? "removed 30 files" : "removed 10 files");
  return 0;
}
