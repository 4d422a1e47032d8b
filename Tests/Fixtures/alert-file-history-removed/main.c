// fires: removes a shell's history that was there before.
// fires-truncated, fires-created: empties it by the open itself (O_TRUNC, creat).
// fires-truncate, fires-ftruncate: empties it by a call of its own.
// fires-moved: moves it elsewhere.
// fires-replaced: moves another file over it.
// fires-linked: makes it a link to /dev/null.
// fires-appended: adds a line before it removes it.
// silent: removes a history that it created.
// silent-new: creates a history with O_TRUNC where none was.

#include "../alert-fixture.h"

#include <fcntl.h>

static void add_line(const char *path, int flags) {
  int history = open(path, O_WRONLY | O_CLOEXEC | flags, 0600);
  if (history < 0 || write(history, "ls\n", 3) != 3 || close(history) != 0) fail(path);
}

int main(int argc, char **argv) {
  const char *way = argc > 1 ? argv[1] : "";
  const char *path = below(argc, argv, ".bash_history"), *other = below(argc, argv, "other");
  if (strcmp(way, "silent-new") == 0) {
    add_line(path, O_CREAT | O_TRUNC);
    if (unlink(path) != 0) fail(path);
    forget_directory(argc, argv);
    puts("made a history");
    return 0;
  }
  if (strcmp(way, "silent") == 0) {
    add_line(path, O_CREAT | O_EXCL);
    if (unlink(path) != 0) fail(path);
    forget_directory(argc, argv);
    puts("removed its own history");
    return 0;
  }
  // mknod makes it without opening it: it does not count as created by this run.
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
    if (rename(path, other) != 0) fail(path);
  } else if (strcmp(way, "fires-replaced") == 0) {
    if (mknod(other, S_IFREG | 0600, 0) != 0 || rename(other, path) != 0) fail(path);
  } else if (strcmp(way, "fires-linked") == 0) {
    if (rename(path, other) != 0 || symlink("/dev/null", path) != 0) fail(path);
  } else if (strcmp(way, "fires-appended") == 0) {
    add_line(path, O_APPEND);
    if (unlink(path) != 0) fail(path);
  } else {
    is_firing(argc, argv);
    if (unlink(path) != 0) fail(path);
  }
  if (file >= 0 && close(file) != 0) fail(path);
  unlink(path);
  unlink(other);
  forget_directory(argc, argv);
  puts("removed a history");
  return 0;
}
