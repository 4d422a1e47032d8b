// Executes a copy of /bin/true that has the name and the arguments of another program, named by
// the first argument. The copy does nothing. The table has a row for each way: the name, the
// command line as the copy gets it, and whether an ordinary user starts it.

#include "../alert-fixture.h"

typedef struct {
  const char *way;
  const char *name;
  // The words after the name, separated by blanks.
  const char *arguments;
  // The first argument; `true` if NULL.
  const char *called;
  // 'u' for an ordinary user, 's' for a set-user-id program, 'e' for an empty vector, 't' for a
  // variable that steers the C library.
  const char *manner;
} Command;

static const Command commands[] = {
    {"account-useradd", "useradd", "--system svc", NULL, ""},
    {"account-usermod", "usermod", "-aG sudo eve", NULL, ""},
    {"account-adduser", "adduser", "--disabled-password eve", NULL, ""},
    {"account-state", "passwd", "-S eve", NULL, ""},
    {"account-lookup", "getent", "passwd eve", NULL, ""},
    {"protection-journal", "systemctl", "stop systemd-journald.socket", NULL, ""},
    {"protection-service", "service", "rsyslog stop", NULL, ""},
    {"protection-script", "sh", "/etc/init.d/auditd stop", NULL, ""},
    {"protection-selinux", "setenforce", "0", "setenforce", ""},
    {"protection-signal", "pkill", "-9 rsyslogd", NULL, ""},
    {"protection-state", "systemctl", "status auditd", NULL, ""},
    {"protection-enforced", "setenforce", "1", "setenforce", ""},
    {"manager-run", "systemd-run", "--on-active=60 /bin/true", NULL, ""},
    {"manager-enable", "systemctl", "enable --now evil.service", NULL, ""},
    {"manager-stop", "service", "nginx stop", NULL, ""},
    {"manager-crontab", "crontab", "-", NULL, ""},
    {"manager-bus", "busctl", "call org.freedesktop.systemd1.Manager StartTransientUnit", NULL, ""},
    {"manager-list", "systemctl", "list-units --all", NULL, ""},
    {"manager-jobs", "crontab", "-u eve -l", NULL, ""},
    {"manager-start", "service", "nginx start", NULL, ""},
    {"shutdown-later", "systemctl", "+600", "shutdown", ""},
    {"shutdown-program", "poweroff", "-f", NULL, ""},
    {"shutdown-level", "telinit", "6", NULL, ""},
    {"shutdown-manager", "systemctl", "--force reboot", NULL, ""},
    {"shutdown-bus", "dbus-send", "org.freedesktop.login1.Manager.PowerOff boolean:true", NULL, ""},
    {"shutdown-cancelled", "systemctl", "-c now", "shutdown", ""},
    {"audit-off", "auditctl", "-e 0", NULL, ""},
    {"audit-cleared", "auditctl", "-D", NULL, ""},
    {"audit-shown", "auditctl", "-s", NULL, ""},
    {"audit-watch", "auditctl", "-w /srv/x -p r -k mine", NULL, ""},
    {"audit-load", "augenrules", "--load", NULL, ""},
    {"module-removed", "kmod", "no_such_module", "rmmod", ""},
    {"module-by-name", "modprobe", "rk", NULL, ""},
    {"module-dry", "kmod", "-n ext4", "modprobe", ""},
    {"module-list", "kmod", "-v", "lsmod", ""},
    {"container-all", "docker", "run --rm --privileged busybox true", NULL, ""},
    {"container-root", "podman", "run -v /:/host alpine", NULL, ""},
    {"container-mount", "nerdctl", "run --mount type=bind,source=/,target=/host alpine", NULL, ""},
    {"container-ordinary", "docker", "run --rm -v /srv/shop:/app -p 80:80 nginx", NULL, ""},
    {"search-number", "find", "/ -perm -4000", NULL, ""},
    {"search-any", "find", "/usr/sbin -perm /2000 -print", NULL, ""},
    {"search-letters", "find", "/ -perm -u=s -type f", NULL, ""},
    {"search-capabilities", "getcap", "-r /", NULL, ""},
    {"search-executables", "find", ". -perm -111", NULL, ""},
    {"search-one", "getcap", "/usr/bin/ping", NULL, ""},
    {"exploit-user", "sudo", "-u#-1 id", NULL, ""},
    {"exploit-backslash", "sudo", "-s x\\", "sudoedit", ""},
    {"exploit-empty", "helper", "", NULL, "use"},
    {"exploit-tunable", "helper", "", NULL, "ust"},
    {"exploit-none", "helper", "", NULL, "us"},
    {"exploit-edit", "sudo", "/etc/hosts", "sudoedit", ""},
    {"root-pkexec", "pkexec", "/bin/bash -c true", NULL, "u"},
    {"root-login", "sudo", "-n -i", NULL, "u"},
    {"root-su", "su", "-", NULL, "u"},
    {"root-command", "sudo", "-n apt-get update", NULL, "u"},
    {"root-to-user", "su", "eve", NULL, "u"},
    {"hunting-pattern", "grep", "id_ed25519 notes.txt", NULL, ""},
    {"hunting-split", "find", "/ -path */.aws/* -name credentials", NULL, ""},
    {"hunting-passwords", "grep", "-rli password /etc", NULL, ""},
    {"hunting-project", "grep", "-rn password src/", NULL, ""},
    {"hunting-sources", "find", ". -name *.swift", NULL, ""},
};

// Executes the copy; the words become its arguments.
static void execute(const Command *command, const char *path) {
  static char words[1024];
  char *arguments[16] = {(char *)(command->called != NULL ? command->called : "true")};
  snprintf(words, sizeof words, "%s", command->arguments);
  size_t count = 1;
  for (char *word = strtok(words, " "); word != NULL && count < 15; word = strtok(NULL, " "))
    arguments[count++] = word;
  // The real user counts; the effective one may still reach the directory.
  if (strchr(command->manner, 'u') != NULL && getuid() == 0 && setresuid(65534, -1, -1) != 0)
    fail("setresuid");
  if (strchr(command->manner, 'e') != NULL) arguments[0] = NULL;
  if (strchr(command->manner, 't') != NULL &&
      setenv("GLIBC_TUNABLES", "glibc.malloc.check=0", 1) != 0)
    fail("setenv");
  execv(path, arguments);
  fail(path);
}

int main(int argc, char **argv) {
  for (size_t index = 0; index < sizeof commands / sizeof *commands; index++) {
    if (argc < 2 || strcmp(argv[1], commands[index].way) != 0) continue;
    const char *path = below(argc, argv, commands[index].name);
    int original = open("/bin/true", O_RDONLY | O_CLOEXEC);
    int made = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0755);
    if (original < 0 || made < 0) fail(path);
    copy(original, made);
    if (strchr(commands[index].manner, 's') != NULL && fchmod(made, 04755) != 0) fail(path);
    // A file that is open for writing can't be executed.
    if (close(made) != 0 || close(original) != 0) fail(path);
    pid_t child = fork();
    if (child == 0) execute(&commands[index], path);
    expect_success(child);
    if (unlink(path) != 0) fail(path);
    forget_directory(argc, argv);
    puts("executed something else");
    return 0;
  }
  fprintf(stderr, "usage: %s WAY [DIRECTORY]\n", argv[0]);
  return 64;
}
