// fires: rewrites 8 text files with random bytes and gives them a new ending, in a directory over
// which a file system of its own is mounted.
// silent: rewrites the same files with another text.

#include "../alert-fixture.h"

#include <sys/mount.h>
#include <sys/random.h>

enum { files = 8, size = 8192 };
static const char *const folder = "/mnt";

// Fills a buffer with lines of text.
static void fill(char *buffer, const char *line) {
  size_t length = strlen(line);
  for (size_t i = 0; i < size; i++) buffer[i] = line[i % length];
}

static void write_whole(int file, const char *buffer, const char *path) {
  if (file < 0 || write(file, buffer, size) != size || close(file) != 0) fail(path);
}

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  char path[64], renamed[80], buffer[size];
  if (access(folder, F_OK) != 0) {
    printf("skipped: there is no %s here\n", folder);
    return 77;
  }
  enter_namespaces(CLONE_NEWNS);
  if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) fail("mount /");
  // Without a mode, it would be a directory that everybody may write.
  if (mount("tmpfs", folder, "tmpfs", MS_NOSUID | MS_NODEV, "size=1m,mode=0755") != 0) fail(folder);
  // Another process makes the files, as if they had been there before.
  pid_t child = fork();
  if (child == 0) {
    fill(buffer, "What was here before.\n");
    for (int i = 0; i < files; i++) {
      snprintf(path, sizeof path, "%s/%d.txt", folder, i);
      write_whole(open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600), buffer, path);
    }
    _exit(0);
  }
  expect_success(child);
  for (int i = 0; i < files; i++) {
    snprintf(path, sizeof path, "%s/%d.txt", folder, i);
    if (!firing) fill(buffer, "What is here now, and just as plain.\n");
    // No more than 256 bytes at a time: the kernel gives those without fail.
    for (int at = 0; firing && at < size; at += 256)
      if (getrandom(buffer + at, 256, 0) != 256) fail("getrandom");
    write_whole(open(path, O_WRONLY | O_CLOEXEC), buffer, path);
    snprintf(renamed, sizeof renamed, "%s.locked", path);
    if (firing && rename(path, renamed) != 0) fail(path);
  }
  puts("rewrote the files");
  return 0;
}
