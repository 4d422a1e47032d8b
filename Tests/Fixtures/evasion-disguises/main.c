// Does something while it looks like another program: evasion-disguises DISGUISE NAME DEED
// DIRECTORY. NAME is what it pretends to be. Prints one line; 77 when the machine does not allow
// it.

#include "../alert-fixture.h"

#include <linux/keyctl.h>
#include <linux/perf_event.h>
#include <netinet/in.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>

static const char *folder;

static int is(const char *text, const char *other) { return strcmp(text, other) == 0; }

static const char *in_folder(const char *name) {
  static char paths[4][PATH_MAX];
  static int next = 0;
  char *path = paths[next++ % 4];
  snprintf(path, sizeof paths[0], "%s/%s", folder, name);
  return path;
}

// Reads a file of its own making; what it holds is nothing.
static void read_own(const char *directory, const char *name) {
  char path[512];
  snprintf(path, sizeof path, "%s", in_folder(directory));
  for (char *slash = strchr(path + strlen(folder) + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
    *slash = 0;
    make_directory(path);
    *slash = '/';
  }
  make_directory(path);
  strcat(path, "/");
  strcat(path, name);
  write_file(path, "nothing\n");
  read_file(path);
}

static void read_shadow(void) {
  // The attempt counts.
  int file = open("/etc/shadow", O_RDONLY | O_CLOEXEC);
  if (file >= 0) close(file);
}

// A process that runs another program and waits.
static pid_t start_other(void) {
  int ready[2];
  char byte;
  if (pipe2(ready, O_CLOEXEC) != 0) fail("pipe2");
  pid_t child = fork();
  if (child == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    execl("/bin/sleep", "sleep", "30", (char *)NULL);
    _exit(1);
  }
  close(ready[1]);
  if (read(ready[0], &byte, 1) != 0) fail("read");
  return child;
}

static void end_other(pid_t child) {
  int status;
  kill(child, SIGKILL);
  do {
    if (waitpid(child, &status, 0) < 0) fail("waitpid");
  } while (WIFSTOPPED(status));
}

static void trace(void) {
  pid_t child = start_other();
  // Under a tracer it fails, since a process has at most one.
  ptrace(PTRACE_ATTACH, child, 0, 0);
  end_other(child);
}

static void look_into(void) {
  char byte;
  pid_t child = start_other();
  struct iovec here = {&byte, 1}, there = {(void *)4096, 1};
  process_vm_readv(child, &here, 1, &there, 1, 0);
  end_other(child);
}

static void change_namespace(void) { enter_namespaces(CLONE_NEWUTS); }

static void mount_something(void) {
  enter_namespaces(CLONE_NEWNS);
  if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) fail("mount /");
}

static void write_etc(void) {
  mount_something();
  if (mount("tmpfs", "/etc", "tmpfs", MS_NOSUID | MS_NODEV, "size=64k,mode=0755") != 0)
    fail("/etc");
  write_file("/etc/dftrace-fixture", "# nothing\n");
}

static void ask_for_raw_socket(void) { socket(AF_INET, SOCK_RAW, IPPROTO_ICMP); }

static void set_bit(void) {
  const char *path = in_folder("tool");
  write_file(path, "nothing\n");
  if (chmod(path, 04700) != 0) fail(path);
}

static void open_to_all(void) {
  const char *path = in_folder("open");
  write_file(path, "nothing\n");
  if (chmod(path, 0666) != 0) fail(path);
}

static void hide(void) {
  const char *path = in_folder(".hidden");
  write_file(path, "nothing\n");
  if (chmod(path, 0755) != 0) fail(path);
}

static void link_to_shadow(void) {
  if (symlink("/etc/shadow", in_folder("plain")) != 0) fail("symlink");
}

static void read_key(void) { read_own(".ssh", "id_test"); }
static void read_cloud(void) { read_own(".aws", "credentials"); }
static void read_docker(void) { read_own(".docker", "config.json"); }
static void read_npm(void) { read_own("home", ".npmrc"); }
static void read_git(void) { read_own("home", ".git-credentials"); }
static void read_browser(void) { read_own(".mozilla/firefox/x.default", "logins.json"); }
static void read_wallet(void) { read_own(".bitcoin", "wallet.dat"); }
static void write_startup(void) { write_file(in_folder(".bashrc"), "# nothing\n"); }
static void refuse_debuggers(void) { prctl(PR_SET_DUMPABLE, 0); }
static void use_keyring(void) { syscall(SYS_keyctl, KEYCTL_GET_KEYRING_ID, -3, 0); }

static void measure(void) {
  struct perf_event_attr attributes = {.size = sizeof attributes};
  syscall(SYS_perf_event_open, &attributes, 0, -1, -1, 0);
}

static void start_shell(void) {
  pid_t child = fork();
  if (child == 0) execl("/bin/sh", "sh", "-c", "exit 0", (char *)NULL);
  expect_success(child);
}

static const struct {
  const char *name;
  void (*run)(void);
} deeds[] = {
    {"file-ssh-key-read", read_key},
    {"file-sensitive-read", read_shadow},
    {"file-cloud-credentials-read", read_cloud},
    {"file-container-credentials-read", read_docker},
    {"file-package-token-read", read_npm},
    {"file-git-credentials-read", read_git},
    {"file-browser-data-read", read_browser},
    {"file-wallet-read", read_wallet},
    {"file-persistence", write_startup},
    {"file-write-etc", write_etc},
    {"file-setuid-bit-set", set_bit},
    {"file-world-writable", open_to_all},
    {"file-hidden-executable", hide},
    {"file-symlink-to-sensitive", link_to_shadow},
    {"network-raw-socket", ask_for_raw_socket},
    {"process-traced-another", trace},
    {"process-memory-of-another", look_into},
    {"process-namespace-changed", change_namespace},
    {"process-mounted", mount_something},
    {"process-anti-debugging", refuse_debuggers},
    {"process-shell-spawned", start_shell},
    {"syscall-keyring", use_keyring},
    {"syscall-perf", measure},
};

static int act(const char *deed) {
  for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++)
    if (is(deed, deeds[i].name)) {
      deeds[i].run();
      return 0;
    }
  return 64;
}

static void write_comm(const char *name) {
  int file = open("/proc/self/comm", O_WRONLY);
  if (file < 0 || write(file, name, strlen(name)) < 0) fail("comm");
  close(file);
}

// Begins anew as the same program by another name.
static _Noreturn void execute(const char *path, const char *name, char **argv) {
  execl(path, name, "act", argv[3], argv[4], (char *)NULL);
  fail(path);
}

static void copy_self(const char *path) {
  int from = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
  int to = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0700);
  if (from < 0 || to < 0) fail(path);
  copy(from, to);
  if (close(to) != 0 || close(from) != 0) fail(path);
}

int main(int argc, char **argv) {
  if (argc == 4 && is(argv[1], "act")) {
    folder = argv[3];
    int status = act(argv[2]);
    if (status == 0) puts("did it");
    return status;
  }
  if (argc != 5) return 64;
  const char *way = argv[1], *name = argv[2];
  char self[PATH_MAX] = {0};
  folder = argv[4];
  if (readlink("/proc/self/exe", self, sizeof self - 1) < 0) fail("readlink");
  if (is(way, "comm")) prctl(PR_SET_NAME, name);
  if (is(way, "comm-file")) write_comm(name);
  if (is(way, "argv")) memset(argv[0], 0, strlen(argv[0])), memcpy(argv[0], name, strlen(name));
  if (is(way, "exec-argv")) execute(self, name, argv);
  const char *other = in_folder(name);
  if (is(way, "symbolic-link")) {
    if (symlink(self, other) != 0) fail(other);
    execute(other, name, argv);
  }
  if (is(way, "hard-link")) {
    const char *copy = in_folder("evil");
    copy_self(copy);
    if (link(copy, other) != 0) fail(other);
    execute(other, name, argv);
  }
  if (is(way, "bind-mount")) {
    const char *copy = in_folder("evil");
    copy_self(copy);
    mount_something();
    write_file(other, "");
    if (mount(copy, other, NULL, MS_BIND, NULL) != 0) fail("mount");
    execute(other, name, argv);
  }
  if (is(way, "copy")) {
    copy_self(other);
    execute(other, name, argv);
  }
  if (is(way, "renamed")) {
    const char *copy = in_folder("evil");
    copy_self(copy);
    if (rename(copy, other) != 0) fail(other);
    execute(other, name, argv);
  }
  int status = act(argv[3]);
  if (status == 0) puts("did it");
  return status;
}
