#include "signals.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include "ctrace.h"

static struct sigaction saved_actions[_NSIG];
static sigset_t saved_mask;

static volatile sig_atomic_t forward_to;
static volatile sig_atomic_t last_signal;
static volatile sig_atomic_t stop_arrived;

// Requests to end that other processes may send to dftrace and mean for the command.
static const int forwarded[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2};

// The run-time has said more above. The traced processes end with their tracer.
static void on_failure(int signal) {
    (void)signal;
    static const char text[] = "dftrace: ended by want of memory or an error of its own\n";
    ssize_t written = write(STDERR_FILENO, text, sizeof text - 1);
    (void)written;
    _exit(125);
}

void dft_signals_save(void) {
    sigprocmask(SIG_SETMASK, NULL, &saved_mask);
    for (int signal = 1; signal < _NSIG; signal++)
        sigaction(signal, NULL, &saved_actions[signal]);
    // How Swift ends a program that can't go on, for want of memory among others. Whoever asks for
    // the exit status shall not take it for the command's.
    struct sigaction action = {.sa_handler = on_failure, .sa_flags = SA_ONSTACK};
    sigaction(SIGABRT, &action, NULL);
    sigaction(SIGILL, &action, NULL);
    // A stack that can't grow for want of memory is no place for a handler.
    static char stack[1 << 16];
    stack_t place = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&place, NULL);
    static const int faults[] = {SIGSEGV, SIGBUS, SIGTRAP};
    for (size_t index = 0; index < sizeof faults / sizeof *faults; index++)
        // A sanitizer has its own.
        if (saved_actions[faults[index]].sa_handler == SIG_DFL)
            sigaction(faults[index], &action, NULL);
}

void dft_signals_restore(void) {
    for (int signal = 1; signal < _NSIG; signal++) {
        struct sigaction action = saved_actions[signal];
        // exec resets what is caught; doing it here too keeps a handler of ours, or of the
        // language's run-time, from running in the child before that.
        if (action.sa_handler != SIG_IGN)
            action.sa_handler = SIG_DFL;
        action.sa_flags = 0;
        sigaction(signal, &action, NULL);
    }
    sigprocmask(SIG_SETMASK, &saved_mask, NULL);
}

static void on_request(int signal, siginfo_t *info, void *context) {
    (void)context;
    int error = errno;
    last_signal = signal;
    // A positive code is the kernel's: the terminal sent it to the whole foreground group, the
    // command included.
    if (forward_to > 0) {
        if (info->si_code <= 0)
            kill((pid_t)forward_to, signal);
    } else {
        // The loop may just be about to wait: wake it again and again until it has seen this.
        struct itimerval often = {{0, 50000}, {0, 50000}};
        setitimer(ITIMER_REAL, &often, NULL);
    }
    errno = error;
}

static void on_stop(int signal) {
    (void)signal;
    stop_arrived = 1;
}

static void on_alarm(int signal) { (void)signal; }

void dft_signals_forward(pid_t pid) {
    forward_to = pid;
    struct sigaction action = {0};
    sigfillset(&action.sa_mask);
    for (size_t index = 0; index < sizeof forwarded / sizeof *forwarded; index++) {
        // What was ignored when dftrace started (nohup, a shell's background job) stays so.
        if (saved_actions[forwarded[index]].sa_handler == SIG_IGN)
            continue;
        action.sa_sigaction = on_request;
        action.sa_flags = SA_SIGINFO;
        sigaction(forwarded[index], &action, NULL);
    }
    action.sa_flags = 0;
    action.sa_handler = on_stop;
    sigaction(SIGTSTP, &action, NULL);
    sigaction(SIGTTIN, &action, NULL);
    action.sa_handler = on_alarm;
    sigaction(SIGALRM, &action, NULL);
    // Children that are not traced, left by the program that executed dftrace or by those that the
    // init process of a container is the reaper of, are never waited for and leave no zombies.
    action.sa_handler = SIG_DFL;
    action.sa_flags = SA_NOCLDWAIT;
    sigaction(SIGCHLD, &action, NULL);
    action.sa_flags = 0;
    action.sa_handler = SIG_IGN;
    // Output to a closed pipe is an error of that output, not the end of the traced program; and
    // an alert may be written to the terminal while the command owns it.
    sigaction(SIGPIPE, &action, NULL);
    sigaction(SIGTTOU, &action, NULL);
}

void dft_signals_alarm(uint32_t milliseconds) {
    struct timeval every = {milliseconds / 1000, (milliseconds % 1000) * 1000};
    struct itimerval timer = {every, every};
    setitimer(ITIMER_REAL, &timer, NULL);
}

struct dft_timers dft_timers_take(void) {
    // A command that could not be started in one way is started in another.
    static struct dft_timers taken;
    static bool is_taken;
    static const struct itimerval none;
    for (int kind = ITIMER_REAL; kind <= ITIMER_PROF && !is_taken; kind++)
        setitimer(kind, &none, &taken.kinds[kind]);
    is_taken = true;
    return taken;
}

void dft_timers_set(const struct dft_timers *timers) {
    for (int kind = ITIMER_REAL; kind <= ITIMER_PROF; kind++)
        setitimer(kind, &timers->kinds[kind], NULL);
}

void dft_signals_stop_forwarding(void) { forward_to = 0; }

int dft_signals_last(void) { return last_signal; }

bool dft_signals_take_stop(void) {
    bool arrived = stop_arrived;
    stop_arrived = 0;
    return arrived;
}

void dft_die_by_signal(int number) {
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    signal(number, SIG_DFL);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, number);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
    kill(getpid(), number);
    // Some signals do not end a process; the shells' convention is the next best answer.
    _exit(128 + number);
}
