// fires: rewrites 8 text files with random bytes and gives them a new ending, in a directory over
// which a file system of its own is mounted.
// fires-copied: writes random bytes to a new file beside each and deletes the original.
// fires-cipher: does so with short files that begin as those of `openssl enc` do.
// silent: rewrites the same files with another text.
// silent-compressed: writes new files that begin as those of gzip do, and deletes the originals.
// silent-kept: writes random bytes to new files and keeps the originals.

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

// Fills a buffer with random bytes, no more than 256 at a time: the kernel gives those without fail.
static void fill_randomly(char *buffer) {
  for (int at = 0; at < size; at += 256)
    if (getrandom(buffer + at, 256, 0) != 256) fail("getrandom");
}

static void write_bytes(int file, const char *buffer, size_t count, const char *path) {
  if (file < 0 || write(file, buffer, count) != (ssize_t)count || close(file) != 0) fail(path);
}

static int create(const char *path) {
  return open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
}

int main(int argc, char **argv) {
  const char *way = argc > 1 ? argv[1] : "";
  int is_copied = strstr(way, "copied") != NULL, has_header = strstr(way, "cipher") != NULL;
  int is_compressed = strstr(way, "compressed") != NULL, is_kept = strstr(way, "kept") != NULL;
  int has_copy = is_copied || has_header || is_compressed || is_kept;
  int firing = !has_copy && is_firing(argc, argv);
  char path[64], other[80], buffer[size];
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
      write_bytes(create(path), buffer, has_header ? 20 : size, path);
    }
    _exit(0);
  }
  expect_success(child);
  for (int i = 0; i < files; i++) {
    snprintf(path, sizeof path, "%s/%d.txt", folder, i);
    if (firing || has_copy) fill_randomly(buffer);
    if (!firing && !has_copy) fill(buffer, "What is here now, and just as plain.\n");
    if (has_header) memcpy(buffer, "Salted__", 8);
    if (is_compressed) memcpy(buffer, "\x1F\x8B\x08", 3);
    if (has_copy) {
      snprintf(other, sizeof other, "%s.x", path);
      write_bytes(create(other), buffer, has_header ? 48 : size, other);
      if (!is_kept && unlink(path) != 0) fail(path);
      continue;
    }
    write_bytes(open(path, O_WRONLY | O_CLOEXEC), buffer, size, path);
    snprintf(other, sizeof other, "%s.locked", path);
    if (firing && rename(path, other) != 0) fail(path);
  }
  puts("rewrote the files");
  return 0;
}
