#include <errno.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "ctrace.h"

// Missing in the headers of Debian 12; <linux/seccomp.h> of Linux 6.6.
#ifndef SECCOMP_USER_NOTIF_FD_SYNC_WAKE_UP
#define SECCOMP_USER_NOTIF_FD_SYNC_WAKE_UP (1UL << 0)
#define SECCOMP_IOCTL_NOTIF_SET_FLAGS SECCOMP_IOW(4, __u64)
#endif

int dft_listener_synchronize(int listener, bool is_wanted) {
    unsigned long flags = is_wanted ? SECCOMP_USER_NOTIF_FD_SYNC_WAKE_UP : 0;
    return ioctl(listener, SECCOMP_IOCTL_NOTIF_SET_FLAGS, flags) < 0 ? -errno : 0;
}

int dft_listener_receive(int listener, struct dft_notification *notification) {
    // The kernel requires a zeroed structure.
    struct seccomp_notif received = {0};
    if (ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &received) < 0)
        return -errno;
    notification->id = received.id;
    notification->tid = (pid_t)received.pid;
    notification->arch = received.data.arch;
    notification->number = (uint64_t)(uint32_t)received.data.nr;
    notification->instruction_pointer = received.data.instruction_pointer;
    memcpy(notification->args, received.data.args, sizeof notification->args);
    return 0;
}

int dft_listener_continue(int listener, uint64_t id) {
    struct seccomp_notif_resp answer = {.id = id, .flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE};
    int got;
    // An alarm may interrupt the wait for the kernel's lock; retry, since the caller still waits.
    do
        got = ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &answer);
    while (got < 0 && errno == EINTR);
    return got < 0 ? -errno : 0;
}

bool dft_listener_is_waiting(int listener, uint64_t id) {
    int got;
    do
        got = ioctl(listener, SECCOMP_IOCTL_NOTIF_ID_VALID, &id);
    while (got < 0 && errno == EINTR);
    return got == 0;
}

int dft_child_signals(void) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGCHLD);
    // An ignored SIGCHLD, inherited from some parents, would be neither delivered nor leave
    // children to wait for.
    signal(SIGCHLD, SIG_DFL);
    sigprocmask(SIG_BLOCK, &set, NULL);
    int descriptor = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    return descriptor < 0 ? -errno : descriptor;
}

void dft_take_child_signal(int descriptor) {
    struct signalfd_siginfo info;
    // At most one is pending, regardless of the number sent.
    if (read(descriptor, &info, sizeof info) < 0)
        return;
}

int dft_wait_readable(int first, int second, bool block) {
    struct pollfd descriptors[2] = {{first, POLLIN, 0}, {second, POLLIN, 0}};
    if (poll(descriptors, 2, block ? -1 : 0) < 0)
        return -errno;
    return (descriptors[0].revents & POLLIN ? 1 : 0) | (descriptors[1].revents & POLLIN ? 2 : 0) |
           (descriptors[0].revents & POLLHUP ? 4 : 0);
}

size_t dft_allowed_cpus(int *cpus, size_t most) {
    cpu_set_t set;
    size_t count = 0;
    if (sched_getaffinity(0, sizeof set, &set) != 0)
        return 0;
    for (int cpu = 0; cpu < CPU_SETSIZE && count < most; cpu++)
        if (CPU_ISSET(cpu, &set))
            cpus[count++] = cpu;
    return count;
}

int dft_current_cpu(void) { return sched_getcpu(); }

void dft_stay_on(const int *cpus, size_t count) {
    cpu_set_t set;
    CPU_ZERO(&set);
    for (size_t index = 0; index < count; index++)
        CPU_SET(cpus[index], &set);
    // Ignore a CPU that was removed meanwhile: the affinity is only an optimisation.
    sched_setaffinity(0, sizeof set, &set);
}

bool dft_knows_filter_flags(unsigned long flags) {
    // With known flags the kernel fails at the missing program (EFAULT), with unknown ones before.
    return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, flags, NULL) < 0 && errno == EFAULT;
}
