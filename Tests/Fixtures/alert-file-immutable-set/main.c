// fires: tries to make a file of its own unchangeable, and takes that back if it worked.
// silent: sets the attributes that the file has already.

#include "../alert-fixture.h"

#include <linux/fs.h>
#include <sys/ioctl.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *path = below(argc, argv, "file");
  int attributes = 0;
  write_file(path, "nothing\n");
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(path);
  // Not every file system has attributes.
  if (ioctl(file, FS_IOC_GETFLAGS, &attributes) != 0) attributes = 0;
  int wanted = firing ? attributes | FS_IMMUTABLE_FL : attributes;
  if (ioctl(file, FS_IOC_SETFLAGS, &wanted) == 0) {
    if (firing && ioctl(file, FS_IOC_SETFLAGS, &attributes) != 0) fail("FS_IOC_SETFLAGS");
  } else if (errno != EPERM && errno != EACCES && errno != ENOTTY && errno != EOPNOTSUPP &&
             errno != EINVAL && errno != ENOSYS) {
    // The attempt counts: an ordinary user may not, and some file systems cannot.
    fail("FS_IOC_SETFLAGS");
  }
  if (close(file) != 0 || unlink(path) != 0) fail(path);
  forget_directory(argc, argv);
  puts("set attributes");
  return 0;
}
