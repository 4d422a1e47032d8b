// What is hard on whoever answers announced calls: signals that interrupt them, threads that make
// them all at once, processes that die in the midst of them. Prints what it did.
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static volatile sig_atomic_t signals;

static void count(int number) {
    (void)number;
    signals++;
}

// Calls that never wait fail with EINTR under no circumstances, whatever the handler's flags.
static int timer(int flags) {
    struct sigaction action = {.sa_handler = count, .sa_flags = flags};
    sigaction(SIGALRM, &action, NULL);
    struct itimerval often = {{0, 300}, {0, 300}};
    setitimer(ITIMER_REAL, &often, NULL);
    int opened = 0, mapped = 0, failed = 0;
    for (int i = 0; i < 5000; i++) {
        int file = open("/etc/passwd", O_RDONLY | O_CLOEXEC);
        if (file >= 0) {
            opened++;
            void *map = mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE, file, 0);
            if (map != MAP_FAILED) {
                mapped++;
                munmap(map, 4096);
            }
            close(file);
        } else {
            failed = errno;
        }
    }
    struct itimerval none = {0};
    setitimer(ITIMER_REAL, &none, NULL);
    printf("opened %d, mapped %d, %s, %s\n", opened, mapped,
           failed ? strerror(failed) : "none failed", signals ? "under signals" : "no signals");
    return 0;
}

// A call that does wait is interrupted as it would be: by an alarm whose handler asks for EINTR.
static int fifo(const char *directory) {
    char path[4096];
    snprintf(path, sizeof path, "%s/fifo", directory);
    if (mkfifo(path, 0600) != 0 && errno != EEXIST)
        return 1;
    struct sigaction action = {.sa_handler = count};
    sigaction(SIGALRM, &action, NULL);
    int interrupted = 0;
    for (int i = 0; i < 5; i++) {
        // Again and again, since the first may come before the call has begun.
        struct itimerval often = {{0, 20000}, {0, 20000}};
        setitimer(ITIMER_REAL, &often, NULL);
        if (open(path, O_RDONLY) < 0 && errno == EINTR)
            interrupted++;
    }
    struct itimerval none = {0};
    setitimer(ITIMER_REAL, &none, NULL);
    unlink(path);
    printf("interrupted %d times, %s\n", interrupted, signals >= 5 ? "under signals" : "too few signals");
    return 0;
}

static void *urgent(void *main) {
    for (int i = 0; i < 1000; i++) {
        syscall(SYS_tgkill, getpid(), *(pid_t *)main, SIGURG);
        usleep(500);
    }
    return NULL;
}

// A run-time that pre-empts its threads by signals, a thousand times a second.
static int preempted(void) {
    struct sigaction action = {.sa_handler = count, .sa_flags = SA_RESTART};
    sigaction(SIGURG, &action, NULL);
    pid_t self = (pid_t)syscall(SYS_gettid);
    pthread_t thread;
    pthread_create(&thread, NULL, urgent, &self);
    int opened = 0;
    for (int i = 0; i < 4000; i++) {
        int file = open("/etc/hostname", O_RDONLY);
        opened += file >= 0;
        close(file);
    }
    pthread_join(thread, NULL);
    printf("opened %d under signals\n", opened);
    return 0;
}

static void *in_order(void *number) {
    for (int i = 0; i < 25; i++) {
        char name[64];
        snprintf(name, sizeof name, "/nowhere/%ld/%d", (long)(intptr_t)number, i);
        open(name, O_RDONLY);
    }
    return NULL;
}

static int order(void) {
    pthread_t threads[16];
    for (long i = 0; i < 16; i++)
        pthread_create(threads + i, NULL, in_order, (void *)(intptr_t)i);
    for (int i = 0; i < 16; i++)
        pthread_join(threads[i], NULL);
    printf("16 threads in order\n");
    return 0;
}

// Children that are killed at any moment of a call.
static int deaths(void) {
    int killed = 0;
    for (int i = 0; i < 300; i++) {
        pid_t child = fork();
        if (child == 0)
            for (;;)
                close(open("/etc/hostname", O_RDONLY));
        struct timespec pause = {0, (i * 7919L) % 400000};
        nanosleep(&pause, NULL);
        kill(child, SIGKILL);
        int status;
        waitpid(child, &status, 0);
        killed += WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    }
    printf("killed %d\n", killed);
    return 0;
}

// Opens files for ever in 8 threads, after it has said so.
static void *for_ever(void *unused) {
    for (;;)
        close(open("/etc/hostname", O_RDONLY));
    return unused;
}

static int endless(void) {
    pthread_t threads[8];
    for (int i = 0; i < 8; i++)
        pthread_create(threads + i, NULL, for_ever, NULL);
    printf("pid %d\n", (int)getpid());
    fflush(stdout);
    pthread_join(threads[0], NULL);
    return 0;
}

int main(int count, char **words) {
    const char *mode = count > 1 ? words[1] : "";
    if (!strcmp(mode, "timer"))
        return timer(0);
    if (!strcmp(mode, "restarting"))
        return timer(SA_RESTART);
    if (!strcmp(mode, "fifo") && count > 2)
        return fifo(words[2]);
    if (!strcmp(mode, "preempted"))
        return preempted();
    if (!strcmp(mode, "order"))
        return order();
    if (!strcmp(mode, "deaths"))
        return deaths();
    if (!strcmp(mode, "endless"))
        return endless();
    return 64;
}
