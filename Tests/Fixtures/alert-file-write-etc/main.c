// fires: creates, renames and removes a file among the system's settings, over which a file
// system of its own is mounted that nobody else sees.
// silent: does the same below the directory for files, in the same mount namespace.

#include "../alert-fixture.h"

#include <sys/mount.h>

static const char *const folder = "/etc";

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *path = firing ? "/etc/dftrace-fixture" : below(argc, argv, "dftrace-fixture");
  char renamed[PATH_MAX];
  enter_namespaces(CLONE_NEWNS);
  if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) fail("mount /");
  // Without a mode, it would be a directory that everybody may write.
  if (mount("tmpfs", folder, "tmpfs", MS_NOSUID | MS_NODEV, "size=64k,mode=0755") != 0)
    fail(folder);
  write_file(path, "# nothing\n");
  snprintf(renamed, sizeof renamed, "%s.new", path);
  if (rename(path, renamed) != 0 || unlink(renamed) != 0) fail(path);
  if (!firing) forget_directory(argc, argv);
  puts(firing ? "wrote among the system's settings" : "wrote elsewhere");
  return 0;
}
