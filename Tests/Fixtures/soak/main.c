// Does a known number of things of each kind, from several threads and processes at a time, and says how many:
//
//     soak ROUNDS THREADS FILE
//
// Each thread opens FILE in every round, asks for a connection that is refused in every fourth, lets a process
// run out in every sixteenth, and executes a program in every 256th. Its numbers are what a report has to tell.
#include <arpa/inet.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static long rounds;
static const char *file;
static atomic_long opened, refused, processes, programs, failed;

/// A port of this process's own on which nobody listens.
static struct sockaddr_in nobody = {.sin_family = AF_INET};

static void run(int executes)
{
    pid_t child = fork();
    if (child == 0) {
        if (executes)
            execl("/bin/true", "true", (char *)0);
        _exit(executes ? 127 : 7);
    }
    int status = 0;
    if (child < 0 || waitpid(child, &status, 0) != child || WEXITSTATUS(status) != (executes ? 0 : 7)) {
        failed++;
        return;
    }
    processes++;
    programs += executes;
}

static void *work(void *unused)
{
    (void)unused;
    for (long i = 0; i < rounds; i++) {
        int read_only = open(file, O_RDONLY);
        if (read_only < 0) {
            failed++;
            continue;
        }
        close(read_only);
        opened++;
        if (i % 4 == 0) {
            int s = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
            if (s >= 0 && connect(s, (struct sockaddr *)&nobody, sizeof nobody) < 0)
                refused++;
            else
                failed++;
            close(s);
        }
        if (i % 16 == 0)
            run(i % 256 == 0);
    }
    return 0;
}

int main(int count, char **arguments)
{
    if (count != 4)
        return 64;
    rounds = atol(arguments[1]);
    int threads = atoi(arguments[2]);
    file = arguments[3];
    // Bound and not listened on, so that nobody else is given it.
    socklen_t size = sizeof nobody;
    int holder = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    nobody.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (holder < 0 || bind(holder, (struct sockaddr *)&nobody, size) < 0 ||
        getsockname(holder, (struct sockaddr *)&nobody, &size) < 0) {
        perror("port");
        return 1;
    }
    // A thread that is woken for a signal which another one takes makes its call again, and it would count twice.
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGCHLD);
    sigprocmask(SIG_BLOCK, &ends, 0);
    pthread_t thread[64];
    if (threads < 1 || threads > 64)
        return 64;
    for (int i = 0; i < threads; i++)
        if (pthread_create(&thread[i], 0, work, 0) != 0)
            return 1;
    for (int i = 0; i < threads; i++)
        pthread_join(thread[i], 0);
    printf("opened %ld\nrefused %ld\nprocesses %ld\nprograms %ld\nfailed %ld\n", opened, refused, processes,
           programs, failed);
    return failed != 0;
}
