#include "ctrace.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/close_range.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "signals.h"

// The following runs in the child between fork and exec: async-signal-safe calls only.

static _Noreturn void fail(int report, uint32_t stage, int error) {
    struct dft_failure failure = {.stage = stage, .error = error};
    // The pipe is empty and the size is below PIPE_BUF, so the write is atomic.
    if (write(report, &failure, sizeof failure) < 0)
        _exit(125);
    _exit(127);
}

// Results of the child for its parent, in shared memory.
struct shared {
    bool no_new_privs;
    // The child's descriptor of the listener; 0 without one.
    int listener;
    struct dft_timers timers;
};

static int load_filter(const struct dft_command *command, struct shared *shared, uint32_t *stage) {
    struct sock_fprog program = {
        .len = (unsigned short)command->filter_length,
        .filter = (struct sock_filter *)command->filter,
    };
    *stage = DFT_STAGE_FILTER;
    long got = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, command->filter_flags, &program);
    if (got < 0 && errno == EACCES) {
        // Without CAP_SYS_ADMIN a filter requires no_new_privs. Set it only then, because it
        // removes the privileges of set-user-id programs.
        if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
            *stage = DFT_STAGE_NO_NEW_PRIVS;
            return errno;
        }
        shared->no_new_privs = true;
        got = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, command->filter_flags, &program);
    }
    if (got < 0)
        return errno;
    shared->listener = (int)got;
    return 0;
}

// Preallocated memory of the child, which cannot allocate.
struct workspace {
    char *candidate;
    size_t capacity;
    char **script;
};

static int try_exec_existing(const char *path, const struct dft_command *command,
                             struct workspace *space);

// Checks first whether the file exists: failed attempts of dftrace's search for the command must
// not become events of the run.
static int try_exec(const char *path, const struct dft_command *command, struct workspace *space) {
    return access(path, F_OK) == 0 ? try_exec_existing(path, command, space) : errno;
}

static int try_exec_existing(const char *path, const struct dft_command *command,
                             struct workspace *space) {
    execve(path, command->argv, command->envp);
    if (errno != ENOEXEC)
        return errno;
    // Like execvp(3) and shells: a file without a magic number is a script for sh.
    size_t count = 0;
    while (command->argv[count])
        count++;
    space->script[0] = "/bin/sh";
    space->script[1] = (char *)path;
    for (size_t index = 1; index <= count; index++)
        space->script[index + 1] = command->argv[index];
    execve("/bin/sh", space->script, command->envp);
    return errno;
}

static int search_and_exec(const struct dft_command *command, const char *search,
                           struct workspace *space) {
    const char *name = command->argv[0];
    if (*name == '\0')
        return ENOENT;
    if (strchr(name, '/'))
        return try_exec(name, command, space);
    int worst = ENOENT;
    for (const char *start = search;; start++) {
        const char *end = strchrnul(start, ':');
        size_t length = (size_t)(end - start);
        if (length + strlen(name) + 3 <= space->capacity) {
            memcpy(space->candidate, length ? start : ".", length ? length : 1);
            length = length ? length : 1;
            space->candidate[length] = '/';
            strcpy(space->candidate + length + 1, name);
            int error = try_exec(space->candidate, command, space);
            // Remember EACCES; a later directory may have an executable file.
            if (error == EACCES)
                worst = EACCES;
            else if (error != ENOENT && error != ENOTDIR)
                return error;
        }
        if (*end == '\0')
            return worst;
        start = end;
    }
}

static _Noreturn void run_child(const struct dft_command *command, int go, int report,
                                struct shared *shared, const char *search,
                                struct workspace *space) {
    // The parent's end of the pipe is among the shared descriptors, so the child would not see end
    // of file.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    // The parent may have died before; a filter around dftrace may refuse getppid.
    pid_t parent = getppid();
    if (parent >= 0 && parent != command->parent)
        _exit(125);
    char byte;
    ssize_t got;
    do
        got = read(go, &byte, 1);
    while (got < 0 && errno == EINTR);
    if (got != 1)
        _exit(125);
    // Before the filter is loaded, which would report it as the command's call. The parent may
    // still share the descriptors, but has copies of those that it writes to.
    if (command->joins_output)
        dup2(STDERR_FILENO, STDOUT_FILENO);
    dft_timers_set(&shared->timers);
    // PTRACE_O_EXITKILL replaces it from here. Before the filter is loaded, which would report it
    // as the command's call.
    prctl(PR_SET_PDEATHSIG, 0);
    uint32_t stage;
    int error = load_filter(command, shared, &stage);
    if (error)
        fail(report, stage, error);
    // Stop for the parent, which takes the listener. A breakpoint, since the filter could report
    // any syscall, and no listener would answer yet.
    __asm__ volatile("int3");
    // Last, so that no signal ends the child before it can report a failure.
    dft_signals_restore();
    fail(report, DFT_STAGE_EXEC, search_and_exec(command, search, space));
}

static const char *search_path(char *const *envp) {
    for (; *envp; envp++)
        if (strncmp(*envp, "PATH=", 5) == 0)
            return *envp + 5;
    return "/bin:/usr/bin";
}

// Reads the child's failure report, if any.
static bool read_failure(int report, struct dft_failure *failure) {
    int waiting = 0;
    return ioctl(report, FIONREAD, &waiting) == 0 && waiting >= (int)sizeof *failure &&
           read(report, failure, sizeof *failure) == sizeof *failure;
}

// Lets the child load the filter, and returns when the child stops at its breakpoint.
static int wait_for_filter(pid_t pid, int report, uint32_t *stage) {
    for (;;) {
        int status;
        if (waitpid(pid, &status, __WALL) < 0) {
            if (errno == EINTR)
                continue;
            return errno;
        }
        if (!WIFSTOPPED(status)) {
            struct dft_failure failure;
            if (!read_failure(report, &failure))
                return EINTR;
            *stage = failure.stage;
            return failure.error;
        }
        int event = status >> 16;
        int signal = WSTOPSIG(status);
        if (event == 0 && signal == SIGTRAP)
            return 0;
        // Deliver other signals that arrive meanwhile.
        bool is_group_stop = event == PTRACE_EVENT_STOP && signal != SIGTRAP;
        ptrace(is_group_stop ? PTRACE_LISTEN : PTRACE_CONT, pid, NULL,
               (void *)(uintptr_t)(event ? 0 : signal));
    }
}

// Unshares this process's descriptors; the child's copies close at exec.
static int unshare_descriptors(void) {
    if (unshare(CLONE_FILES) == 0)
        return 0;
    // Containers' default profiles deny unshare(2). This range contains no descriptor, so none is
    // closed.
    return syscall(SYS_close_range, ~0U, ~0U, CLOSE_RANGE_UNSHARE) == 0 ? 0 : errno;
}

int dft_launch(const struct dft_command *command, struct dft_child *child, uint32_t *stage) {
    int go[2] = {-1, -1}, report[2] = {-1, -1};
    int error = 0, listener = -1;
    pid_t pid = -1;
    size_t count = 0;
    while (command->argv[count])
        count++;
    const char *search = search_path(command->envp);
    struct workspace space = {.capacity = strlen(search) + strlen(command->argv[0]) + 4};
    space.candidate = malloc(space.capacity);
    space.script = calloc(count + 3, sizeof *space.script);
    struct shared *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE,
                                 MAP_SHARED | MAP_ANONYMOUS, -1, 0);

    *stage = DFT_STAGE_PIPE;
    if (!space.candidate || !space.script || shared == MAP_FAILED) {
        error = ENOMEM;
        goto done;
    }
    if (pipe2(go, O_CLOEXEC) != 0 || pipe2(report, O_CLOEXEC) != 0) {
        error = errno;
        goto done;
    }
    shared->timers = dft_timers_take();
    *stage = DFT_STAGE_FORK;
    // For a listener, parent and child share descriptors until the filter is loaded, so the
    // listener is the parent's too. pidfd_getfd(2) would work as well, but containers' default
    // profiles deny it.
    bool shares = command->filter_flags != 0;
    pid = (pid_t)syscall(SYS_clone, (shares ? CLONE_FILES : 0) | SIGCHLD, NULL, NULL, NULL, NULL);
    if (pid < 0) {
        error = errno;
        goto done;
    }
    if (pid == 0)
        run_child(command, go[0], report[1], shared, search, &space);
    *stage = DFT_STAGE_SEIZE;
    if (ptrace(PTRACE_SEIZE, pid, NULL, (void *)command->options) != 0) {
        error = errno;
        goto done;
    }
    *stage = DFT_STAGE_WAIT;
    if (write(go[1], "", 1) != 1) {
        error = errno;
        goto done;
    }
    if ((error = wait_for_filter(pid, report[0], stage)) != 0)
        goto done;
    if (shares) {
        *stage = DFT_STAGE_LISTENER;
        if ((error = unshare_descriptors()) != 0)
            goto done;
        listener = shared->listener;
    }
    *stage = DFT_STAGE_WAIT;
    // It may have been killed; then report its end.
    ptrace(PTRACE_CONT, pid, NULL, NULL);

done:
    free(space.candidate);
    free(space.script);
    if (go[0] >= 0)
        close(go[0]);
    if (go[1] >= 0)
        close(go[1]);
    if (report[1] >= 0)
        close(report[1]);
    if (error) {
        if (pid > 0) {
            kill(pid, SIGKILL);
            while (waitpid(pid, NULL, __WALL) < 0 && errno == EINTR)
                ;
        }
        if (report[0] >= 0)
            close(report[0]);
        if (shared != MAP_FAILED)
            munmap(shared, sizeof *shared);
        return -error;
    }
    *stage = DFT_STAGE_NONE;
    child->pid = pid;
    child->report = report[0];
    child->no_new_privs = shared->no_new_privs;
    child->listener = listener;
    munmap(shared, sizeof *shared);
    return 0;
}
