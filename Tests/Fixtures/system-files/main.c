// Does one thing to one file of the system, named by the first argument, in a mount namespace of
// its own: a file system in memory covers the directory, so the machine's files stay as they are.
// The table has a row for each way: the directory that is covered, what is there before, what is
// done to which file.

#include "../alert-fixture.h"

#include <sys/mount.h>

typedef struct {
  const char *way;
  const char *ground;
  // The file that is there before; NULL for none.
  const char *before;
  const char *action;
  const char *path;
  // The new name of a rename or link.
  const char *target;
} Deed;

static const Deed deeds[] = {
    {"mailbox-read", "/var/mail", "/var/mail/fixture", "read", "/var/mail/fixture", NULL},
    {"mailbox-of-home", "/home", "/home/fixture/Maildir/cur/1", "read", "/home/fixture/Maildir/cur/1", NULL},
    {"mailbox-forged", "/var/mail", "/var/mail/fixture", "append", "/var/mail/fixture", NULL},
    {"mailbox-removed", "/var/mail", "/var/mail/fixture", "unlink", "/var/mail/fixture", NULL},
    {"mailbox-emptied", "/var/mail", "/var/mail/fixture", "truncate", "/var/mail/fixture", NULL},
    {"mailbox-moved", "/home", "/home/fixture/Maildir/cur/1", "rename", "/home/fixture/Maildir/cur/1", "/home/fixture/1"},
    {"mailbox-own", "/home", NULL, "write-and-read", "/home/fixture/Maildir/cur/1", NULL},
    {"history-read", "/home", "/home/fixture/.bash_history", "read", "/home/fixture/.bash_history", NULL},
    {"history-own", "/home", NULL, "write-and-read", "/home/fixture/.bash_history", NULL},
    {"history-settings", "/home", "/home/fixture/.inputrc", "read", "/home/fixture/.inputrc", NULL},
    {"key-read", "/home", "/home/fixture/.gnupg/private-keys-v1.d/1.key", "read", "/home/fixture/.gnupg/private-keys-v1.d/1.key", NULL},
    {"key-own", "/home", NULL, "write-and-read", "/home/fixture/.gnupg/private-keys-v1.d/1.key", NULL},
    {"key-public", "/home", "/home/fixture/.gnupg/pubring.kbx", "read", "/home/fixture/.gnupg/pubring.kbx", NULL},
    {"packages-written", "/var/lib", NULL, "create", "/var/lib/rpm/fixture", NULL},
    {"packages-removed", "/var/lib", "/var/lib/dpkg/fixture", "unlink", "/var/lib/dpkg/fixture", NULL},
    {"packages-moved", "/var/lib", "/var/lib/dpkg/fixture", "rename", "/var/lib/dpkg/fixture", "/var/lib/fixture"},
    {"packages-linked", "/var/lib", NULL, "symlink", "/tmp/none", "/var/lib/pacman/fixture"},
    {"packages-directory", "/var/lib", "/var/lib/dpkg/other", "mkdir", "/var/lib/dpkg/fixture", NULL},
    {"packages-read", "/var/lib", "/var/lib/dpkg/fixture", "read", "/var/lib/dpkg/fixture", NULL},
    {"packages-locked", "/var/lib", NULL, "create", "/var/lib/dpkg/lock", NULL},
    {"authority-written", "/usr/local/share", NULL, "create", "/usr/local/share/ca-certificates/a.crt", NULL},
    {"authority-linked", "/etc/ssl/certs", NULL, "symlink", "/tmp/none", "/etc/ssl/certs/0.0"},
    {"authority-moved", "/usr/local/share", "/usr/local/share/a.crt", "rename", "/usr/local/share/a.crt", "/usr/local/share/ca-certificates/a.crt"},
    {"authority-removed", "/usr/local/share", "/usr/local/share/ca-certificates/a.crt", "unlink", "/usr/local/share/ca-certificates/a.crt", NULL},
    {"authority-read", "/usr/local/share", "/usr/local/share/ca-certificates/a.crt", "read", "/usr/local/share/ca-certificates/a.crt", NULL},
    {"dev-created", "/dev", NULL, "create", "/dev/fixture", NULL},
    {"dev-moved", "/dev", "/dev/shm/fixture", "rename", "/dev/shm/fixture", "/dev/fixture"},
    {"dev-node", "/dev", NULL, "mknod", "/dev/fixture", NULL},
    {"dev-directory", "/dev", NULL, "mkdir", "/dev/fixture", NULL},
    {"dev-shared", "/dev", NULL, "create", "/dev/shm/fixture", NULL},
    {"log-overwritten", "/var/log", "/var/log/fixture", "overwrite", "/var/log/fixture", NULL},
    {"log-of-container", "/var/lib", "/var/lib/docker/containers/0f3a/0f3a-json.log", "truncate", "/var/lib/docker/containers/0f3a/0f3a-json.log", NULL},
    {"log-appended", "/var/log", "/var/log/fixture", "append", "/var/log/fixture", NULL},
    {"hidden-in-home", "/home", "/home/fixture/other", "create-executable", "/home/fixture/.helper", NULL},
    {"named-in-home", "/home", "/home/fixture/other", "create-executable", "/home/fixture/helper", NULL},
    {"mkdir-in-libexec", "/usr/libexec", NULL, "mkdir", "/usr/libexec/fixture", NULL},
    {"mkdir-in-boot", "/boot", NULL, "mkdir", "/boot/fixture", NULL},
    {"mknod-in-etc", "/etc", NULL, "mknod", "/etc/fixture", NULL},
};

// Makes the directories above a path, below the covered one.
static void make_parents(const char *ground, const char *path) {
  char copy[PATH_MAX];
  if (strncmp(path, ground, strlen(ground)) != 0) return;
  snprintf(copy, sizeof copy, "%s", path);
  for (char *slash = copy + strlen(ground) + 1; (slash = strchr(slash, '/')) != NULL; slash++) {
    *slash = 0;
    if (mkdir(copy, 0755) != 0 && errno != EEXIST) fail(copy);
    *slash = '/';
  }
}

static void open_and_close(const char *path, int flags, mode_t mode) {
  int file = open(path, flags | O_CLOEXEC, mode);
  if (file < 0 || close(file) != 0) fail(path);
}

static int act(const Deed *deed) {
  const char *action = deed->action, *path = deed->path;
  if (strcmp(action, "read") == 0) {
    open_and_close(path, O_RDONLY, 0);
  } else if (strcmp(action, "append") == 0) {
    open_and_close(path, O_WRONLY | O_APPEND, 0);
  } else if (strcmp(action, "overwrite") == 0) {
    open_and_close(path, O_WRONLY, 0);
  } else if (strcmp(action, "create") == 0) {
    open_and_close(path, O_WRONLY | O_CREAT | O_EXCL, 0600);
  } else if (strcmp(action, "create-executable") == 0) {
    open_and_close(path, O_WRONLY | O_CREAT | O_EXCL, 0700);
  } else if (strcmp(action, "write-and-read") == 0) {
    write_file(path, "hello\n");
    open_and_close(path, O_RDONLY, 0);
  } else if (strcmp(action, "unlink") == 0) {
    return unlink(path);
  } else if (strcmp(action, "truncate") == 0) {
    return truncate(path, 0);
  } else if (strcmp(action, "mkdir") == 0) {
    return mkdir(path, 0755);
  } else if (strcmp(action, "mknod") == 0) {
    return mknod(path, S_IFREG | 0600, 0);
  } else if (strcmp(action, "symlink") == 0) {
    return symlink(path, deed->target);
  } else if (strcmp(action, "rename") == 0) {
    return rename(path, deed->target);
  }
  return 0;
}

int main(int argc, char **argv) {
  for (size_t index = 0; index < sizeof deeds / sizeof *deeds; index++) {
    const Deed *deed = &deeds[index];
    if (argc < 2 || strcmp(argv[1], deed->way) != 0) continue;
    if (access(deed->ground, F_OK) != 0) {
      printf("skipped: there is no %s here\n", deed->ground);
      return 77;
    }
    enter_namespaces(CLONE_NEWNS);
    if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) fail("mount /");
    if (mount("tmpfs", deed->ground, "tmpfs", MS_NOSUID, "size=64k,mode=0755") != 0)
      fail(deed->ground);
    make_parents(deed->ground, deed->path);
    if (deed->target != NULL) make_parents(deed->ground, deed->target);
    if (deed->before != NULL) {
      make_parents(deed->ground, deed->before);
      // mknod makes it without opening it: a file that this run wrote would be its own.
      if (mknod(deed->before, S_IFREG | 0644, 0) != 0) fail(deed->before);
    }
    if (act(deed) != 0) fail(deed->path);
    puts("did it");
    return 0;
  }
  fprintf(stderr, "usage: %s WAY\n", argv[0]);
  return 64;
}
