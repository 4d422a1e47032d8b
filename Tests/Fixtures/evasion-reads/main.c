// Reads DIRECTORY/.ssh/id_test, which it makes, by a way that does not show its name:
// evasion-reads WAY DIRECTORY. Prints one line; 77 when the machine does not know the way.

#include "../alert-fixture.h"

#include <linux/openat2.h>
#include <pthread.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/syscall.h>

static char folder[PATH_MAX / 2], secret[PATH_MAX], other[PATH_MAX];

static int is(const char *way, const char *name) { return strcmp(way, name) == 0; }

static int by_openat2(void) {
  struct open_how how = {.flags = O_RDONLY};
  return (int)syscall(SYS_openat2, AT_FDCWD, secret, &how, sizeof how);
}

static int relative(void) {
  snprintf(other, sizeof other, "%s/.ssh", folder);
  int directory = open(other, O_PATH | O_DIRECTORY);
  return openat(directory, "id_test", O_RDONLY);
}

static int after_fchdir(void) {
  int directory = open(folder, O_RDONLY | O_DIRECTORY);
  if (fchdir(directory) != 0) fail("fchdir");
  return open("./.ssh/../.ssh/id_test", O_RDONLY);
}

static int through_root(void) {
  snprintf(other, sizeof other, "/proc/self/root%.2000s", secret);
  return open(other, O_RDONLY);
}

static int through_descriptor(void) {
  snprintf(other, sizeof other, "%s/.ssh", folder);
  int directory = open(other, O_PATH | O_DIRECTORY);
  snprintf(other, sizeof other, "/proc/self/fd/%d/id_test", directory);
  return open(other, O_RDONLY);
}

static int through_own_descriptor(void) {
  int path = open(secret, O_PATH);
  snprintf(other, sizeof other, "/proc/thread-self/fd/%d", path);
  return open(other, O_RDONLY);
}

static int through_link(void) {
  snprintf(other, sizeof other, "%s/plain", folder);
  if (symlink(secret, other) != 0) fail(other);
  int file = open(other, O_RDONLY);
  unlink(other);
  return file;
}

static int through_hard_link(void) {
  snprintf(other, sizeof other, "%s/plain", folder);
  if (link(secret, other) != 0) fail(other);
  int file = open(other, O_RDONLY);
  unlink(other);
  return file;
}

// The same after so many other links that they might crowd this one out.
static int through_crowd(void) {
  char name[PATH_MAX];
  for (int count = 0; count < 1500; count++) {
    snprintf(other, sizeof other, "%s/file", folder);
    snprintf(name, sizeof name, "%s/link", folder);
    write_file(other, "");
    if (link(other, name) != 0) fail(name);
    // As long as one of them is open no other file is the same one.
    if (open(other, O_RDONLY) < 0) fail(other);
    if (unlink(other) != 0 || unlink(name) != 0) fail(name);
  }
  return through_hard_link();
}

static int through_bind_mount(void) {
  char ssh[PATH_MAX];
  enter_namespaces(CLONE_NEWNS);
  if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) fail("mount /");
  snprintf(ssh, sizeof ssh, "%s/.ssh", folder);
  snprintf(other, sizeof other, "%s/place", folder);
  make_directory(other);
  if (mount(ssh, other, NULL, MS_BIND, NULL) != 0) fail("mount");
  strcat(other, "/id_test");
  int file = open(other, O_RDONLY);
  return file;
}

static int with_slashes(void) {
  snprintf(other, sizeof other, "%.1900s//.ssh///./id_test", folder);
  return open(other, O_RDONLY);
}

static int for_writing_too(void) { return open(secret, O_RDWR); }

// What glibc's open makes of it, by the 32-bit interface: the path must lie below 4 GiB.
static int by_interrupt(void) {
#ifdef __x86_64__
  char *low = (char *)syscall(SYS_mmap, 0, 4096, 3, 0x22 | 0x40, -1, 0);
  if (low == (char *)-1) return -1;
  snprintf(low, 4096, "%s", secret);
  long result;
  __asm__ volatile("int $0x80"
                   : "=a"(result)
                   : "a"(5L), "b"(low), "c"(0L), "d"(0L)
                   : "memory", "r8", "r9", "r10", "r11");
  if (result == -ENOSYS) exit(77);
  return (int)result;
#else
  exit(77);
#endif
}

static volatile int is_over;
static char changing[PATH_MAX];

static void *change(void *unused) {
  (void)unused;
  size_t length = strlen(changing);
  while (!is_over) changing[length - 1] ^= 1;
  return NULL;
}

// Another thread rewrites the path all the while: `id_test` and a name that is not there.
static int while_changing(void) {
  pthread_t thread;
  strcpy(changing, secret);
  pthread_create(&thread, NULL, change, NULL);
  int file = -1;
  while (file < 0) file = open(changing, O_RDONLY);
  is_over = 1;
  pthread_join(thread, NULL);
  return file;
}

static const struct {
  const char *name;
  int (*open)(void);
} ways[] = {
    {"openat2", by_openat2},
    {"relative", relative},
    {"fchdir", after_fchdir},
    {"proc-root", through_root},
    {"proc-fd", through_descriptor},
    {"own-fd", through_own_descriptor},
    {"symbolic-link", through_link},
    {"hard-link", through_hard_link},
    {"crowd", through_crowd},
    {"bind-mount", through_bind_mount},
    {"slashes", with_slashes},
    {"read-write", for_writing_too},
    {"int80", by_interrupt},
    {"changing", while_changing},
};

int main(int argc, char **argv) {
  if (argc != 3) return 64;
  snprintf(folder, sizeof folder, "%s", argv[2]);
  snprintf(secret, sizeof secret, "%s/.ssh", folder);
  make_directory(secret);
  struct rlimit most = {4096, 4096};
  if (is(argv[1], "crowd")) setrlimit(RLIMIT_NOFILE, &most);
  snprintf(secret, sizeof secret, "%s/.ssh/id_test", folder);
  write_file(secret, "no key\n");
  int file = -1;
  for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
    if (is(argv[1], ways[i].name)) file = ways[i].open();
  char text[16];
  if (file < 0 || read(file, text, sizeof text) != 7) fail(argv[1]);
  puts("read it");
  return 0;
}
