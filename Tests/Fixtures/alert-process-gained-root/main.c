// fires: gives all user ids up but keeps CAP_SETUID, and becomes root by it; only root can.
// fires-execution: gives all user ids up and executes a set-user-id program of root.
// silent: stays root.
// silent-effective: gives the effective user id up for a while and takes it back.
// silent-real: keeps root as the real user id alone and takes it back as the effective one.

#include "../alert-fixture.h"

#include <grp.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

// Becomes root after all user ids were given up, with the capability that was kept.
static void gain(void) {
  struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
  struct __user_cap_data_struct data[2] = {{.effective = 1 << CAP_SETUID, .permitted = 1 << CAP_SETUID}};
  if (setgroups(0, NULL) != 0 || prctl(PR_SET_KEEPCAPS, 1) != 0 || setresuid(65534, 65534, 65534) != 0) fail("setresuid");
  if (syscall(SYS_capset, &header, data) != 0) fail("capset");
  if (setuid(0) != 0) fail("setuid");
}

// Executes a copy of /bin/true with the bit as somebody else.
static void execute(const char *path) {
  int original = open("/bin/true", O_RDONLY | O_CLOEXEC);
  int made = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0755);
  if (original < 0 || made < 0) fail(path);
  copy(original, made);
  if (close(made) != 0 || chmod(path, 04755) != 0) fail(path);
  pid_t child = fork();
  if (child == 0) {
    if (setgroups(0, NULL) != 0 || setresuid(65534, 65534, 65534) != 0) fail("setresuid");
    execl(path, "true", (char *)NULL);
    fail(path);
  }
  expect_success(child);
  if (unlink(path) != 0) fail(path);
}

int main(int argc, char **argv) {
  const char *way = argc > 1 ? argv[1] : "";
  if (geteuid() != 0) {
    printf("skipped: only root can become root again\n");
    return 77;
  }
  if (strcmp(way, "fires") == 0) {
    gain();
  } else if (strcmp(way, "fires-execution") == 0) {
    char folder[] = "/tmp/dftrace-fixture-XXXXXX", path[64];
    if (mkdtemp(folder) == NULL || chmod(folder, 0755) != 0) fail("mkdtemp");
    snprintf(path, sizeof path, "%s/own-true", folder);
    execute(path);
    if (rmdir(folder) != 0) fail(folder);
  } else if (strcmp(way, "silent-effective") == 0) {
    if (seteuid(65534) != 0 || seteuid(0) != 0) fail("seteuid");
  } else if (strcmp(way, "silent-real") == 0) {
    if (setresuid(0, 65534, 65534) != 0 || setresuid(-1, 0, -1) != 0) fail("setresuid");
  } else if (strcmp(way, "silent") == 0) {
    if (seteuid(0) != 0) fail("seteuid");
  } else {
    fprintf(stderr, "usage: %s fires|fires-execution|silent|silent-effective|silent-real\n", argv[0]);
    return 64;
  }
  puts("is root");
  return 0;
}
