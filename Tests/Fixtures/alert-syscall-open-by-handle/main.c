// fires: tries to open a file by its handle; only root may.
// silent: asks for the handle, and opens the file by its name.

#include "../alert-fixture.h"

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  const char *path = below(argc, argv, "file");
  write_file(path, "text");
  struct {
    struct file_handle head;
    unsigned char bytes[MAX_HANDLE_SZ];
  } handle;
  memset(&handle, 0, sizeof handle);
  handle.head.handle_bytes = MAX_HANDLE_SZ;
  int mount, directory = open(below(argc, argv, ""), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory < 0) fail("open");
  // Not every file system has handles; an empty one serves for the attempt.
  if (name_to_handle_at(AT_FDCWD, path, &handle.head, &mount, 0) != 0) handle.head.handle_bytes = 8;
  if (firing) {
    int file = open_by_handle_at(directory, &handle.head, O_RDONLY | O_CLOEXEC);
    if (file >= 0) close(file);
  } else {
    read_file(path);
  }
  if (unlink(path) != 0) fail("unlink");
  forget_directory(argc, argv);
  puts("has a handle");
  return 0;
}
