// Opens a FIFO named as a private key below a directory, while a timer interrupts the open again
// and again and its handler opens a file for writing: one attempt, however often it is restarted.
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

static volatile sig_atomic_t signals;

static void on_timer(int number) {
    (void)number;
    // One may have been under way when the timer was stopped.
    if (signals == 5)
        return;
    int file = open("/dev/null", O_WRONLY);
    if (file >= 0)
        close(file);
    if (++signals < 5)
        return;
    struct itimerval none = {{0, 0}, {0, 0}};
    setitimer(ITIMER_REAL, &none, NULL);
    // Lets the reader go on.
    if (fork() == 0)
        _exit(open(".ssh/id_rsa", O_WRONLY) < 0);
}

int main(int count, char **words) {
    if (count < 2 || chdir(words[1]) != 0 || mkdir(".ssh", 0700) != 0 ||
        mkfifo(".ssh/id_rsa", 0600) != 0)
        return 1;
    struct sigaction action = {.sa_handler = on_timer, .sa_flags = SA_RESTART};
    sigaction(SIGALRM, &action, NULL);
    struct itimerval often = {{0, 50000}, {0, 50000}};
    setitimer(ITIMER_REAL, &often, NULL);
    int file = open(".ssh/id_rsa", O_RDONLY);
    printf("opened %d after %d signals\n", file >= 0, (int)signals);
    return 0;
}
