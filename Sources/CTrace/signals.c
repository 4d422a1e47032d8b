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

// Termination signals, which other processes send to dftrace to end the command.
static const int forwarded[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2};

// The Swift runtime has printed the reason. The traced processes end with their tracer.
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
    // Signals by which the Swift runtime ends a program, for example without memory. The exit
    // status must differ from the command's.
    struct sigaction action = {.sa_handler = on_failure, .sa_flags = SA_ONSTACK};
    sigaction(SIGABRT, &action, NULL);
    sigaction(SIGILL, &action, NULL);
    // A handler needs its own stack, since the normal one may be unable to grow.
    static char stack[1 << 16];
    stack_t place = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&place, NULL);
    static const int faults[] = {SIGSEGV, SIGBUS, SIGTRAP};
    for (size_t index = 0; index < sizeof faults / sizeof *faults; index++)
        // Sanitizers have their own handlers.
        if (saved_actions[faults[index]].sa_handler == SIG_DFL)
            sigaction(faults[index], &action, NULL);
}

void dft_signals_restore(void) {
    for (int signal = 1; signal < _NSIG; signal++) {
        struct sigaction action = saved_actions[signal];
        // exec resets caught signals; resetting them here keeps handlers of dftrace and of the
        // Swift runtime from running in the child before exec.
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
    // A positive code is from the kernel: the terminal sent the signal to the whole foreground
    // group, the command included.
    if (forward_to > 0) {
        if (info->si_code <= 0)
            kill((pid_t)forward_to, signal);
    } else {
        // The loop may be about to wait: interrupt it repeatedly until it has seen this.
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
        // Signals ignored at the start of dftrace (nohup, a shell's background job) stay ignored.
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
    // Untraced children, of the program that executed dftrace or reparented to dftrace as the init
    // process of a container, are not waited for and leave no zombies.
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
    // Called again when a failed start is retried in another mode.
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
    // Some signals do not end a process; use the shells' convention then.
    _exit(128 + number);
}
