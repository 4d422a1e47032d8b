// Reads or writes a file by a name that is hard to tell: evasion-names WAY fires|silent DIRECTORY.
// What is read is a key (.ssh/id_test), what is written a start-up file (.bashrc), or a file below
// /etc where an own file system is mounted; silent, a file that only resembles it. Prints one
// line; 77 when the machine does not allow it.
//
// The kernel takes no name of more than 4,095 bytes at once, but from a directory that is already
// open it goes on, as deep as one likes.

#include "../alert-fixture.h"

#include <dirent.h>
#include <sys/mount.h>
#include <sys/syscall.h>

static const char *way;
static int firing;

static int is(const char *name) { return strcmp(way, name) == 0; }

// Makes a directory and opens it; the one before is closed.
static int enter(int directory, const char *name) {
  if (mkdirat(directory, name, 0700) != 0 && errno != EEXIST) fail(name);
  int next = openat(directory, name, O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (next < 0) fail(name);
  if (directory >= 0) close(directory);
  return next;
}

// Goes down by names of a length until the whole name has so many bytes at least.
static int descend(int directory, size_t bytes, size_t each, char letter) {
  char name[NAME_MAX + 1];
  memset(name, letter, each);
  name[each] = 0;
  for (size_t depth = 0; depth < bytes; depth += each + 1) directory = enter(directory, name);
  return directory;
}

// A name that is no UTF-8.
static const char bytes[] = "\xff\xfe\xc3(";

static void put_key(int directory, const char *name) {
  int file = openat(directory, name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0 || write(file, "no key\n", 7) != 7 || close(file) != 0) fail(name);
}

static void expect_key(int file, const char *what) {
  char text[16];
  if (file < 0 || read(file, text, sizeof text) != 7) fail(what);
  close(file);
}

// A chain of links whose text is short and that leads to a long name.
static int through_links(int top, const char *file) {
  char target[PATH_MAX], name[PATH_MAX];
  int first = descend(dup(top), 3000, 200, 'a');
  int second = descend(dup(first), 3000, 200, 'b');
  close(enter(second, ".ssh"));
  second = -1;
  for (int round = 0; round < 2; round++) {
    char part[201];
    size_t length = 0;
    memset(part, round == 0 ? 'a' : 'b', 200);
    part[200] = 0;
    for (int depth = 0; depth < 15; depth++)
      length += (size_t)snprintf(target + length, sizeof target - length, "%s/", part);
    strcpy(target + length, round == 0 ? "." : ".ssh");
    if (symlinkat(target, round == 0 ? top : first, round == 0 ? "one" : "two") != 0)
      fail("symlinkat");
  }
  int place = openat(top, "one/two", O_PATH | O_DIRECTORY);
  if (place < 0) fail("one/two");
  put_key(place, file);
  snprintf(name, sizeof name, "one/two/%s", file);
  return openat(top, name, O_RDONLY);
}

// The directory and the ten above it, all of them of this program's making.
static void change_modes(int place, mode_t mode) {
  int directory = dup(place);
  for (int depth = 0; depth < 10; depth++) {
    if (fchmodat(directory, ".", mode, 0) != 0) fail("fchmodat");
    int above = openat(directory, "..", O_PATH | O_DIRECTORY);
    close(directory);
    directory = above;
  }
  close(directory);
}

static void read_key(int top) {
  const char *file = firing ? "id_test" : "no_id_test";
  char name[PATH_MAX];
  int place;
  if (is("bytes")) {
    place = enter(enter(top, bytes), ".ssh");
    put_key(place, file);
    return expect_key(openat(place, file, O_RDONLY), file);
  }
  if (is("links")) return expect_key(through_links(top, file), file);
  if (is("too-long")) {
    // A name that no call can take.
    place = enter(top, ".ssh");
    put_key(place, file);
    size_t length = 0;
    char *longer = malloc(3 * PATH_MAX);
    while (length < PATH_MAX + 100) length += (size_t)sprintf(longer + length, ".ssh/../");
    sprintf(longer + length, ".ssh/%s", file);
    if (open(longer, O_RDONLY) >= 0 || errno != ENAMETOOLONG) fail("a long name");
    return;
  }
  // What is joined of two names that are short enough each.
  place = descend(top, is("joined") ? 3800 : 5000, is("small-steps") ? 3 : 200, 'd');
  if (is("joined")) {
    int below = enter(descend(dup(place), 600, 200, 'e'), ".ssh");
    put_key(below, file);
    memset(name, 0, sizeof name);
    for (int depth = 0; depth < 3; depth++) {
      memset(name + strlen(name), 'e', 200);
      strcat(name, "/");
    }
    strcat(name, ".ssh/");
    strcat(name, file);
    return expect_key(openat(place, name, O_RDONLY), name);
  }
  int above = dup(place);
  place = enter(place, ".ssh");
  put_key(place, file);
  int got = -1;
  if (is("dirfd") || is("small-steps")) got = openat(place, file, O_RDONLY);
  if (is("chdir")) {
    if (fchdir(place) != 0) fail("fchdir");
    got = open(file, O_RDONLY);
  }
  if (is("step")) {
    snprintf(name, sizeof name, "./.ssh/../.ssh/%s", file);
    got = openat(above, name, O_RDONLY);
  }
  if (is("own-fd")) {
    int path = openat(place, file, O_PATH);
    snprintf(name, sizeof name, "/proc/self/fd/%d", path);
    got = open(name, O_RDONLY);
  }
  if (is("proc-fd")) {
    snprintf(name, sizeof name, "/proc/self/fd/%d/%s", place, file);
    got = open(name, O_RDONLY);
  }
  if (is("link-below")) {
    snprintf(name, sizeof name, ".ssh/%s", file);
    if (symlinkat(name, above, "plain") != 0) fail("symlinkat");
    got = openat(above, "plain", O_RDONLY);
  }
  if (is("hard-link")) {
    if (linkat(place, file, above, "plain", 0) != 0) fail("linkat");
    got = openat(above, "plain", O_RDONLY);
  }
  if (is("unlisted")) {
    // Directories that may be gone through and not be looked into.
    change_modes(place, 0100);
    got = openat(place, file, O_RDONLY);
    change_modes(place, 0700);
  }
  expect_key(got, way);
}

static void write_settings(int top) {
  if (is("write-etc")) {
    enter_namespaces(CLONE_NEWNS);
    if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) fail("mount /");
    const char *folder = firing ? "/etc" : "/mnt";
    if (mount("tmpfs", folder, "tmpfs", MS_NOSUID | MS_NODEV, "size=1m,mode=0755") != 0)
      fail(folder);
    int place = descend(open(folder, O_PATH | O_DIRECTORY), 5000, 200, 'w');
    if (fchdir(place) != 0) fail("fchdir");
    write_file("setting", "# nothing\n");
    if (rename("setting", "settings") != 0 || unlink("settings") != 0) fail("settings");
    return;
  }
  int place = descend(top, 5000, 200, 'w');
  if (fchdir(place) != 0) fail("fchdir");
  write_file(firing ? ".bashrc" : "my.bashrc", "# nothing\n");
}

int main(int argc, char **argv) {
  if (argc != 4) return 64;
  way = argv[1];
  firing = strcmp(argv[2], "fires") == 0;
  int top = open(argv[3], O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (top < 0) fail(argv[3]);
  if (strncmp(way, "write", 5) == 0)
    write_settings(top);
  else
    read_key(top);
  puts("did it");
  return 0;
}
