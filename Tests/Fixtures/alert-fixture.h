// What the small programs behind the alerts' end-to-end tests share.
//
// Each takes `fires` or `silent` and, optionally, a directory for its files. It prints one line
// that says what it did, the same traced or not, and exits 0; 1 when it could not do it, 64 on
// wrong usage, and 77 when the machine does not allow it. No packet leaves the machine.

#ifndef ALERT_FIXTURE_H
#define ALERT_FIXTURE_H

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

// Says what failed and ends the program.
static inline _Noreturn void fail(const char *what) {
  fprintf(stderr, "%s: %s\n", what, strerror(errno));
  exit(1);
}

// Whether this run is the one that raises the alert; ends the program on wrong usage.
static inline int is_firing(int argc, char **argv) {
  if (argc == 2 || argc == 3) {
    if (strcmp(argv[1], "fires") == 0) return 1;
    if (strcmp(argv[1], "silent") == 0) return 0;
  }
  fprintf(stderr, "usage: %s fires|silent [DIRECTORY]\n", argv[0]);
  exit(64);
}

// Puts a name below the directory for files: the third argument, or a new one.
static inline const char *below(int argc, char **argv, const char *name) {
  static char made[] = "/tmp/dftrace-fixture-XXXXXX";
  static const char *directory = NULL;
  static char paths[8][PATH_MAX];
  static int next = 0;
  if (directory == NULL) directory = argc > 2 ? argv[2] : mkdtemp(made);
  if (directory == NULL) fail("mkdtemp");
  char *path = paths[next++ % 8];
  if (snprintf(path, PATH_MAX, "%s%s%s", directory, *name ? "/" : "", name) >= PATH_MAX) {
    errno = ENAMETOOLONG;
    fail(name);
  }
  return path;
}

// Removes the directory for files if this program made it.
static inline void forget_directory(int argc, char **argv) {
  if (argc < 3 && rmdir(below(argc, argv, "")) != 0) fail("rmdir");
}

// Makes a directory that may be there.
static inline void make_directory(const char *path) {
  if (mkdir(path, 0700) != 0 && errno != EEXIST) fail(path);
}

// Creates a file without ever opening it for reading.
static inline void write_file(const char *path, const char *text) {
  int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0 || write(file, text, strlen(text)) != (ssize_t)strlen(text) || close(file) != 0)
    fail(path);
}

// Reads the beginning of a file.
static inline void read_file(const char *path) {
  char buffer[64];
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0 || read(file, buffer, sizeof buffer) < 0 || close(file) != 0) fail(path);
}

// Copies what one descriptor gives to another.
static inline void copy(int from, int to) {
  char buffer[65536];
  ssize_t count;
  while ((count = read(from, buffer, sizeof buffer)) > 0)
    if (write(to, buffer, (size_t)count) != count) fail("write");
  if (count < 0) fail("read");
}

// Waits for a child and expects it to exit 0.
static inline void expect_success(pid_t child) {
  int status;
  if (child < 0) fail("fork");
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) fail("waitpid");
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    fprintf(stderr, "the child ended with wait status 0x%x\n", (unsigned)status);
    exit(1);
  }
}

// Enters new namespaces, inside a new user namespace where privilege is lacking.
static inline void enter_namespaces(int flags) {
  uid_t user = geteuid();
  gid_t group = getegid();
  if (unshare(flags) == 0) return;
  if (unshare(CLONE_NEWUSER | flags) != 0) {
    printf("skipped: the machine allows no new namespace\n");
    exit(77);
  }
  char map[64];
  write_file("/proc/self/setgroups", "deny");
  snprintf(map, sizeof map, "0 %u 1", (unsigned)user);
  write_file("/proc/self/uid_map", map);
  snprintf(map, sizeof map, "0 %u 1", (unsigned)group);
  write_file("/proc/self/gid_map", map);
}

#endif
