// fires: creates, renames and removes a file among the system's libraries, over which a file
// system of its own is mounted that nobody else sees.
// silent: does the same below the directory for files, in the same mount namespace.
// silent-link: does the same there by a link among the system's libraries that leads there.

#include "../alert-fixture.h"

#include <sys/mount.h>

static const char *const folder = "/usr/lib";

int main(int argc, char **argv) {
  int has_link = argc > 1 && strcmp(argv[1], "silent-link") == 0;
  int firing = !has_link && is_firing(argc, argv);
  const char *outside = below(argc, argv, ""), *place = below(argc, argv, "place");
  char path[PATH_MAX], renamed[PATH_MAX], link[PATH_MAX];
  snprintf(path, sizeof path, "%s/dftrace-fixture", firing ? folder : has_link ? "/usr/lib/link" : outside);
  enter_namespaces(CLONE_NEWNS);
  if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) fail("mount /");
  make_directory(place);
  // Without a mode, it would be a directory that everybody may write.
  if (mount("tmpfs", place, "tmpfs", MS_NOSUID | MS_NODEV, "size=64k,mode=0755") != 0) fail(place);
  // The link is there before the directory becomes the system's.
  snprintf(link, sizeof link, "%s/link", place);
  if (symlink(outside, link) != 0) fail(link);
  if (mount(place, folder, NULL, MS_MOVE, NULL) != 0) fail(folder);
  write_file(path, "# nothing\n");
  snprintf(renamed, sizeof renamed, "%s.new", path);
  if (rename(path, renamed) != 0 || unlink(renamed) != 0) fail(path);
  if (rmdir(place) != 0) fail(place);
  forget_directory(argc, argv);
  puts("wrote a file");
  return 0;
}
