// A shell gets a TCP socket as its standard streams by a way that hides it: evasion-shells WAY
// fires|silent DIRECTORY. The socket is the end that connected, or the one that accepted, which is
// no reverse shell. Ways that begin with `own-` are those of a shell that does it itself: a copy
// of this program by a shell's name. Prints one line; 77 when the machine does not allow it.

#include "../alert-fixture.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>

static char *const arguments[] = {"sh", "-c", "exit 0", NULL};
static char *const none[] = {NULL};

// The two ends of a connection over loopback; the first one is the one that connected.
static void connection(int ends[2], int is_fast) {
  struct sockaddr_in address = {.sin_family = AF_INET};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (listener < 0 || bind(listener, (struct sockaddr *)&address, length) != 0) fail("bind");
  if (listen(listener, 4) != 0) fail("listen");
  if (getsockname(listener, (struct sockaddr *)&address, &length) != 0) fail("getsockname");
  ends[0] = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (ends[0] < 0) fail("socket");
  if (is_fast) {
    ssize_t sent = sendto(ends[0], "x", 1, MSG_FASTOPEN, (struct sockaddr *)&address, length);
    if (sent < 0 && errno == EOPNOTSUPP) exit(77);
    if (sent != 1) fail("sendto");
  } else if (connect(ends[0], (struct sockaddr *)&address, length) != 0) {
    fail("connect");
  }
  ends[1] = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
  if (ends[1] < 0) fail("accept4");
  close(listener);
}

// Puts a descriptor onto another number by one of the calls that can.
static void put(const char *call, int from, int to) {
  if (from == to) return;
  int got = -1;
  if (strcmp(call, "dup2") == 0) got = dup2(from, to);
  if (strcmp(call, "dup3") == 0) got = dup3(from, to, 0);
  if (strcmp(call, "dup") == 0 || strncmp(call, "fcntl", 5) == 0) {
    // These give the lowest number that is free.
    close(to);
    if (strcmp(call, "dup") == 0) got = dup(from);
    if (strcmp(call, "fcntl") == 0) got = fcntl(from, F_DUPFD, to);
    if (strcmp(call, "fcntl-cloexec") == 0) {
      got = fcntl(from, F_DUPFD_CLOEXEC, to);
      fcntl(to, F_SETFD, 0);
    }
  }
  if (got != to) _exit(3);
}

static void put_all(const char *call, int end) {
  for (int stream = 0; stream <= 2; stream++) put(call, end, stream);
}

static void give(int channel, int end) {
  char byte = 'x', space[CMSG_SPACE(sizeof end)] = {0};
  struct iovec part = {&byte, 1};
  struct msghdr message = {.msg_iov = &part,
                           .msg_iovlen = 1,
                           .msg_control = space,
                           .msg_controllen = sizeof space};
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN(sizeof end);
  memcpy(CMSG_DATA(header), &end, sizeof end);
  if (sendmsg(channel, &message, 0) != 1) fail("sendmsg");
}

// The descriptor comes in at the lowest number that is free.
static int take(int channel) {
  char byte, space[CMSG_SPACE(sizeof(int))] = {0};
  struct iovec part = {&byte, 1};
  struct msghdr message = {.msg_iov = &part,
                           .msg_iovlen = 1,
                           .msg_control = space,
                           .msg_controllen = sizeof space};
  if (recvmsg(channel, &message, 0) != 1) _exit(4);
  int end;
  memcpy(&end, CMSG_DATA(CMSG_FIRSTHDR(&message)), sizeof end);
  return end;
}

// A copy of a descriptor of another process; it has no CLOEXEC of the first's but its own.
static int take_from(pid_t process, int end) {
  int id = (int)syscall(SYS_pidfd_open, process, 0);
  if (id < 0) _exit(77);
  int got = (int)syscall(SYS_pidfd_getfd, id, end, 0);
  close(id);
  if (got < 0) _exit(77);
  return got;
}

static _Noreturn void become_shell(const char *way) {
  if (strcmp(way, "execveat") == 0) {
    int file = open("/bin/sh", O_PATH | O_CLOEXEC);
    syscall(SYS_execveat, file, "", arguments, none, AT_EMPTY_PATH);
  } else if (strcmp(way, "spawn") == 0) {
    pid_t child;
    int status;
    if (posix_spawn(&child, "/bin/sh", NULL, NULL, arguments, none) != 0) _exit(5);
    if (waitpid(child, &status, 0) != child) _exit(5);
    _exit(WEXITSTATUS(status));
  } else {
    execve("/bin/sh", arguments, none);
  }
  _exit(6);
}

static int is(const char *way, const char *name) { return strcmp(way, name) == 0; }

// What a shell does whose streams are not a connection when it begins.
static int act_as_shell(const char *way, int end, int channel) {
  if (is(way, "own-passed")) {
    close(0);
    if (take(channel) != 0) return 7;
    close(1);
    if (take(channel) != 1) return 7;
  } else if (is(way, "own-taken")) {
    close(0);
    int id = (int)syscall(SYS_pidfd_open, getppid(), 0);
    if (id != 0) return 77;
    // The first number that is free is 1 then, and the second, when that of the process is
    // closed, 0.
    close(1);
    if (syscall(SYS_pidfd_getfd, id, end, 0) != 1) return 77;
    dup2(id, 9);
    close(0);
    if (syscall(SYS_pidfd_getfd, 9, end, 0) != 0) return 77;
  } else if (is(way, "own-connected")) {
    // `end` is what listens here. Each stream is a connection of its own.
    struct sockaddr_in address;
    socklen_t length = sizeof address;
    if (getsockname(end, (struct sockaddr *)&address, &length) != 0) return 8;
    for (int stream = 0; stream <= 1; stream++) {
      close(stream);
      if (socket(AF_INET, SOCK_STREAM, 0) != stream) return 8;
      if (connect(stream, (struct sockaddr *)&address, length) != 0) return 8;
    }
  } else {
    put_all(way + 4, end);
  }
  return 0;
}

// Executes a copy of this program by a shell's name; descriptors stay open for it.
static _Noreturn void run_own(const char *way, const char *folder, int end, int channel) {
  char path[PATH_MAX], numbers[2][16];
  snprintf(path, sizeof path, "%s/dash", folder);
  snprintf(numbers[0], sizeof numbers[0], "%d", end);
  snprintf(numbers[1], sizeof numbers[1], "%d", channel);
  fcntl(end, F_SETFD, 0);
  if (channel >= 0) fcntl(channel, F_SETFD, 0);
  execl(path, "sh", "act", way, numbers[0], numbers[1], (char *)NULL);
  fail(path);
}

static void copy_self(const char *folder) {
  char path[PATH_MAX];
  snprintf(path, sizeof path, "%s/dash", folder);
  int from = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
  int to = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0700);
  if (from < 0 || to < 0) fail(path);
  copy(from, to);
  if (close(to) != 0 || close(from) != 0) fail(path);
}

static int listener(void) {
  struct sockaddr_in address = {.sin_family = AF_INET};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  int end = socket(AF_INET, SOCK_STREAM, 0);
  if (end < 0 || bind(end, (struct sockaddr *)&address, sizeof address) != 0) fail("bind");
  if (listen(end, 4) != 0) fail("listen");
  return end;
}

int main(int argc, char **argv) {
  if (argc == 5 && is(argv[1], "act"))
    return act_as_shell(argv[2], atoi(argv[3]), atoi(argv[4]));
  if (argc == 2 && is(argv[1], "go-on")) become_shell("execve");
  if (argc != 4) return 64;
  const char *way = argv[1];
  int ends[2], channel[2] = {-1, -1};
  connection(ends, is(way, "fastopen"));
  int end = ends[is(argv[2], "fires") ? 0 : 1];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, channel) != 0) fail("socketpair");
  if (strncmp(way, "own-", 4) == 0) copy_self(argv[3]);
  if (is(way, "own-connected")) end = is(argv[2], "fires") ? listener() : -1;
  // A process may take a descriptor of one that lets it, where the machine asks for that.
  prctl(PR_SET_PTRACER, PR_SET_PTRACER_ANY, 0, 0, 0);
  pid_t child = fork();
  if (child == 0) {
    if (is(way, "passed")) {
      put_all("dup2", take(channel[1]));
    } else if (is(way, "taken")) {
      put_all("dup2", take_from(getppid(), end));
    } else if (strncmp(way, "own-", 4) == 0) {
      if (end < 0) _exit(0);
      run_own(way, argv[3], end, channel[1]);
    } else if (is(way, "inherited")) {
      put_all("dup2", end);
      if (fork() == 0) execl("/proc/self/exe", "x", "go-on", (char *)NULL);
      int status;
      wait(&status);
      _exit(WEXITSTATUS(status));
    } else {
      int is_call = strncmp(way, "dup", 3) == 0 || strncmp(way, "fcntl", 5) == 0;
      put_all(is_call ? way : "dup2", end);
    }
    become_shell(way);
  }
  if (is(way, "passed") || is(way, "own-passed"))
    for (int count = 0; count < 2; count++) give(channel[0], end);
  int status;
  if (waitpid(child, &status, 0) != child) fail("waitpid");
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    printf("the child ended with wait status 0x%x\n", (unsigned)status);
    return status == 77 << 8 ? 77 : 1;
  }
  puts("a shell has run");
  return 0;
}
