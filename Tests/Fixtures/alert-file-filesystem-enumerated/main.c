// fires: lists 30 directories, in one over which a file system of its own is mounted.
// silent: lists 10 of the same 30.

#include "../alert-fixture.h"

#include <dirent.h>
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
    make_directory(path);
  }
  for (int i = 0; i < (firing ? 30 : 10); i++) {
    snprintf(path, sizeof path, "%s/%d", folder, i);
    DIR *listed = opendir(path);
    if (listed == NULL || readdir(listed) == NULL || closedir(listed) != 0) fail(path);
  }
  puts(firing ? "listed 30 directories" : "listed 10 directories");
  return 0;
}
