#include "spawn_command.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

pid_t spawn_command(char *const *words, char *const *environment, const char *directory,
                    int output, int errors, unsigned closed) {
    pid_t pid = fork();
    if (pid != 0)
        return pid < 0 ? -errno : pid;
    setsid();
    for (int number = 1; number < NSIG; number++)
        signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    int null = open("/dev/null", O_RDONLY);
    dup2(null, 0);
    dup2(output, 1);
    dup2(errors, 2);
    syscall(SYS_close_range, 3, ~0u, 0);
    for (int stream = 0; stream < 3; stream++)
        if (closed & 1u << stream)
            close(stream);
    if (chdir(directory) == 0)
        execvpe(words[0], words, environment);
    _exit(127);
}

int spawn_memory_file(void) {
    int file = memfd_create("output", MFD_CLOEXEC);
    return file < 0 ? -errno : file;
}
