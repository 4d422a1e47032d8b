// Limits, roots, names and words of every size, daemons and those who adopt orphans.

#include "../edge-case.h"

#include <sys/mount.h>
#include <sys/resource.h>

extern char **environ;

static void limit(int resource, rlim_t value) {
  struct rlimit both = {value, value};
  if (setrlimit(resource, &both) != 0) fail("setrlimit");
}

static void open_nothing(void) { _exit(open("/etc/passwd", O_RDONLY | O_CLOEXEC) < 0 ? 3 : 4); }

static void few_descriptors(void) {
  limit(RLIMIT_NOFILE, 7);
  int count = 0;
  while (open("/etc/passwd", O_RDONLY | O_CLOEXEC) >= 0) count++;
  printf("opened: %d of 7 and more, then %s\n", count > 0, strerrorname_np(errno));
  for (int number = 3; number < 7; number++) close(number);
  limit(RLIMIT_NOFILE, 3);
  say("without any", open("/etc/passwd", O_RDONLY | O_CLOEXEC));
  say("pipe", pipe((int[2]){0}));
  say_wait("a child", start(open_nothing), 0);
}

static void no_descriptors(void) {
  limit(RLIMIT_NOFILE, 0);
  say("none at all", open("/etc/passwd", O_RDONLY | O_CLOEXEC));
  say("what is open stays open", write(1, "", 0));
  pid_t id = fork();
  if (id == 0) _exit(3);
  say_wait("a child", id, 0);
}

static void no_processes(void) {
  // Root is held back by none.
  if (geteuid() == 0 && setresuid(64999, 64999, 64999) != 0) fail("setresuid");
  limit(RLIMIT_NPROC, 0);
  pid_t id = fork();
  if (id == 0) _exit(0);
  say("fork", id);
  id = vfork();
  if (id == 0) _exit(0);
  say("vfork", id);
  say("execution", execl("/nowhere", "nowhere", (char *)NULL));
}

static void little_memory(void) {
  limit(RLIMIT_AS, 64 << 20);
  void *large = malloc(128 << 20);
  printf("much: %s\n", large == NULL ? strerrorname_np(errno) : "given");
  free(large);
  open_one();
  // A program that does not fit is killed or refused when it is executed.
  become("says-fits");
}

static void says_fits(void) { puts("fits"); }

static char small_file[64];

// Says by its status what it could write, since its own output is a file too.
static void writes_ignoring(void) {
  signal(SIGXFSZ, SIG_IGN);
  limit(RLIMIT_FSIZE, 3);
  int file = open(small_file, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  long written = write(file, "12345", 5);
  _exit((int)written * 10 + (write(file, "6", 1) < 0 && errno == EFBIG));
}

static void writes_on(void) {
  limit(RLIMIT_FSIZE, 3);
  int file = open(small_file, O_WRONLY | O_APPEND | O_CLOEXEC);
  _exit(write(file, "6", 1) == 1);
}

static void small_files(void) {
  snprintf(small_file, sizeof small_file, "/tmp/dftrace-small-%d", (int)getpid());
  say_wait("three bytes, then EFBIG", start(writes_ignoring), 0);
  int status;
  wait_status(start(writes_on), &status, 0);
  say_status("without a handler", status & ~0x80);
  unlink(small_file);
}

static void other_root(void) {
  char place[] = "/tmp/dftrace-root-XXXXXX";
  if (mkdtemp(place) == NULL) fail("mkdtemp");
  // Each in mounts of its own, which go with it; a pivot moves all that are in the same.
  pid_t id = fork();
  if (id == 0) {
    enter_namespaces(CLONE_NEWNS);
    if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 || mount("none", place, "tmpfs", 0, NULL) != 0) fail("mount");
    if (chdir(place) != 0 || mkdir("etc", 0755) != 0 || mkdir("old", 0755) != 0) fail("directories");
    write_file("etc/passwd", "own");
    if (chroot(".") != 0) fail("chroot");
    char text[8] = "";
    int file = open("/etc/passwd", O_RDONLY | O_CLOEXEC);
    if (read(file, text, sizeof text - 1) != 3) fail("read");
    printf("in it: %s\n", text);
    say("outside of it", access("/usr/bin", R_OK));
    say("above it", access("/../../usr/bin", R_OK));
    say("execution", execl("/bin/true", "true", (char *)NULL));
    exit(4);
  }
  say_wait("below another root", id, 0);
  id = fork();
  if (id == 0) {
    enter_namespaces(CLONE_NEWNS);
    if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 || mount("none", place, "tmpfs", 0, NULL) != 0) fail("mount");
    if (chdir(place) != 0 || mkdir("old", 0755) != 0) fail("directories");
    say("pivot_root", syscall(SYS_pivot_root, ".", "old"));
    say("outside of it", access("/old/usr/bin", R_OK));
    say("without the old", umount2("/old", MNT_DETACH));
    say("outside of it", access("/old/usr/bin", R_OK));
    exit(5);
  }
  say_wait("with another root", id, 0);
  if (rmdir(place) != 0) fail("rmdir");
}

// A name of exactly so many bytes, made of what is there: "./" and "/" are nothing.
static void long_name(size_t length) {
  char *name = malloc(length + 1);
  const char *end = "/etc/passwd";
  size_t rest = length - strlen(end);
  for (size_t index = 0; index < rest; index++) name[index] = index % 2 ? '.' : '/';
  if (rest > 0) name[rest - 1] = '/';
  strcpy(name + rest, end);
  int file = open(name, O_RDONLY | O_CLOEXEC);
  printf("a name of %zu bytes: %s\n", strlen(name), file < 0 ? strerrorname_np(errno) : "open");
  if (file >= 0) close(file);
  printf("executed: %s\n", (execl(name, "none", (char *)NULL), strerrorname_np(errno)));
  free(name);
}

static void names(void) {
  static const size_t lengths[] = {255, 4094, 4095, 4096, 4097, 100000};
  for (size_t index = 0; index < COUNT(lengths); index++) long_name(lengths[index]);
  char part[257] = "";
  memset(part, 'n', 256);
  say("a part of 256 bytes", open(part, O_RDONLY));
  part[255] = 0;
  say("a part of 255 bytes", open(part, O_RDONLY));
  // A directory whose name is longer than any that can be given.
  char place[] = "/tmp/dftrace-deep-XXXXXX";
  if (mkdtemp(place) == NULL || chdir(place) != 0) fail("mkdtemp");
  for (int depth = 0; depth < 20; depth++)
    if (mkdir(part, 0700) != 0 || chdir(part) != 0) fail("mkdir");
  write_file("last", "text");
  read_file("last");
  say("unlink", unlink("last"));
  for (int depth = 0; depth < 20; depth++)
    if (chdir("..") != 0 || rmdir(part) != 0) fail("rmdir");
  if (rmdir(place) != 0) fail("rmdir");
}

// Two megabytes of words are executed, each at most 128 kB long as the kernel has it.
static void many_words(void) {
  enum { each = 10000, count = 100 };
  static char *words[count + 3], *variables[count + 1];
  limit(RLIMIT_STACK, 64 << 20);
  words[0] = "fixture";
  words[1] = "counts-words";
  for (int index = 0; index < count; index++) {
    words[index + 2] = malloc(each + 1);
    variables[index] = malloc(each + 1);
    memset(words[index + 2], 'a' + index % 26, each);
    memset(variables[index], 'A' + index % 26, each);
    variables[index][1] = '=';
    words[index + 2][each] = variables[index][each] = 0;
  }
  char *longest = malloc((128 << 10) + 1);
  memset(longest, 'x', 128 << 10);
  longest[128 << 10] = 0;
  char *too_long[] = {"fixture", longest, NULL};
  say("128 kB in one", execve(own_file, too_long, environ));
  execve(own_file, words, variables);
  fail("execve");
}

static void counts_words(int argc, char **argv) {
  unsigned long sum = 0, length = 0;
  for (int index = 2; index < argc; index++)
    for (char *byte = argv[index]; *byte; byte++, length++) sum = sum * 31 + (unsigned char)*byte;
  for (char **word = environ; *word != NULL; word++)
    for (char *byte = *word; *byte; byte++, length++) sum = sum * 31 + (unsigned char)*byte;
  printf("%lu bytes, sum %lx\n", length, sum);
}

// Forks twice, with a session of its own and nothing of the first: whoever adopts it sees its end.
static void is_a_daemon(void) {
  if (setsid() < 0) _exit(1);
  if (fork() != 0) _exit(0);
  umask(0);
  if (chdir("/") != 0) _exit(1);
  for (int number = 0; number < 3; number++) close(number);
  if (open("/dev/null", O_RDWR) != 0 || dup(0) != 1 || dup(0) != 2) _exit(1);
  tell();
  open_one();
  usleep(20000);
  _exit(11);
}

static void adopted(void) {
  make_told();
  if (prctl(PR_SET_CHILD_SUBREAPER, 1) != 0) fail("subreaper");
  say_wait("what was left behind", start(is_a_daemon), 0);
  await_told();
  say_wait("the daemon", -1, 0);
  printf("others: %d\n", collect());
}

static void adopts(void) {
  // The nearest living subreaper adopts, and the next one when that has ended.
  if (prctl(PR_SET_CHILD_SUBREAPER, 1) != 0) _exit(1);
  if (fork() == 0) {
    if (fork() == 0) {
      usleep(30000);
      _exit(12);
    }
    _exit(0);
  }
  int status;
  wait_status(-1, &status, 0);
  _exit(2);
}

static void reapers(void) {
  if (prctl(PR_SET_CHILD_SUBREAPER, 1) != 0) fail("subreaper");
  say_wait("the inner one", start(adopts), 0);
  say_wait("whom it had adopted", -1, 0);
}

static void orphans(void) {
  for (int index = 0; index < 5; index++)
    if (fork() == 0) {
      setsid();
      usleep(50000);
      open_one();
      _exit(index);
    }
  puts("ends before its children");
  exit(13);
}

static void gains(void) {
  printf("user %d, effectively %d\n", (int)getuid(), (int)geteuid());
  open_one();
}

static const struct edge_case cases[] = {
    {"says-fits", says_fits}, {"gains", gains}, {"descriptors", few_descriptors},
    {"no-descriptors", no_descriptors}, {"no-processes", no_processes}, {"memory", little_memory},
    {"file-size", small_files}, {"root", other_root}, {"names", names},
    {"words", many_words}, {"daemon", adopted}, {"reapers", reapers}, {"orphans", orphans},
};

int main(int argc, char **argv) {
  if (argc > 2 && strcmp(argv[1], "counts-words") == 0) return counts_words(argc, argv), 0;
  return run_case(argc, argv, cases, COUNT(cases));
}
