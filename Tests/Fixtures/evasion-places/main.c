// A copy of this program that lies where its name is hard to tell does something:
// evasion-places PLACE DEED DIRECTORY. PLACE is `deep`, where the whole name has more than 4,095
// bytes, `bytes`, where it is no UTF-8, or `open`, a directory of such a name that everybody may
// write, in a file system where nobody else may write anything. Prints one line; 77 when the
// machine does not allow it.

#include "../alert-fixture.h"

#include <sys/mount.h>
#include <sys/syscall.h>

static char *const none[] = {NULL};

static int enter(int directory, const char *name) {
  if (mkdirat(directory, name, 0755) != 0 && errno != EEXIST) fail(name);
  int next = openat(directory, name, O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (next < 0) fail(name);
  close(directory);
  return next;
}

static int make_open_place(void) {
  enter_namespaces(CLONE_NEWNS);
  if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) fail("mount /");
  if (mount("tmpfs", "/mnt", "tmpfs", MS_NODEV, "size=4m,mode=0755") != 0) fail("/mnt");
  int directory = enter(open("/mnt", O_PATH | O_DIRECTORY | O_CLOEXEC), "\xff\xfe\xc3(");
  if (fchmodat(directory, ".", 0777, 0) != 0) fail("fchmodat");
  return directory;
}

static int make_place(const char *place, const char *folder) {
  char name[201];
  if (strcmp(place, "open") == 0) return make_open_place();
  int directory = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (directory < 0) fail(folder);
  if (strcmp(place, "bytes") == 0) return enter(directory, "\xff\xfe\xc3(");
  memset(name, 'd', 200);
  name[200] = 0;
  for (int depth = 0; strcmp(place, "deep") == 0 && depth < 25; depth++)
    directory = enter(directory, name);
  return directory;
}

// What the copy does.
static int act(const char *deed, const char *name) {
  if (strcmp(deed, "deletes") == 0) return unlink(name) == 0 ? 0 : 2;
  if (strcmp(deed, "shell") == 0) {
    pid_t child = fork();
    if (child == 0) execl("/bin/sh", "sh", "-c", "exit 0", (char *)NULL);
    int status;
    return waitpid(child, &status, 0) == child ? status : 2;
  }
  return 0;
}

static int is(const char *text, const char *other) { return strcmp(text, other) == 0; }

int main(int argc, char **argv) {
  if (argc == 3) return act(argv[1], argv[2]);
  if (argc != 4) return 64;
  const char *deed = argv[2], *name = is(argv[1], "deep") ? "program" : "\xff\xfeprogram";
  int place = make_place(argv[1], argv[3]);
  if (fchdir(place) != 0) fail("fchdir");
  int from = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
  int to = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0700);
  if (from < 0 || to < 0) fail(name);
  copy(from, to);
  // The bit has no effect: nobody executes the file, and it goes with its directory.
  if (is(deed, "setuid") && fchmod(to, 04700) != 0) fail("fchmod");
  if (close(to) != 0 || close(from) != 0) fail(name);
  if (is(deed, "setuid")) {
    puts("did it");
    return 0;
  }
  pid_t child = fork();
  if (child == 0) {
    char *const words[] = {"program", (char *)deed, (char *)name, NULL};
    if (is(deed, "by-descriptor")) {
      int file = open(name, O_PATH | O_CLOEXEC);
      syscall(SYS_execveat, file, "", words, none, AT_EMPTY_PATH);
    } else {
      execve(name, words, none);
    }
    fail(name);
  }
  expect_success(child);
  puts("did it");
  return 0;
}
