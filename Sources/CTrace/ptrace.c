#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/ptrace.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stdint.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ctrace.h"

int dft_wait(pid_t pid, bool block, int *status) {
    // Tracees can be waited for with any flag, so this flag excludes only untraced children: those
    // of the program that executed dftrace.
    int got = waitpid(pid, status, __WCLONE | (block ? 0 : WNOHANG));
    return got < 0 ? -errno : got;
}

long dft_ptrace(long request, pid_t tid, unsigned long address, unsigned long data) {
    return syscall(SYS_ptrace, request, tid, address, data) < 0 ? -errno : 0;
}

int dft_syscall_info(pid_t tid, struct dft_call *call) {
    struct ptrace_syscall_info info;
    if (syscall(SYS_ptrace, PTRACE_GET_SYSCALL_INFO, tid, sizeof info, &info) < 0)
        return -errno;
    call->op = info.op;
    call->arch = info.arch;
    call->instruction_pointer = info.instruction_pointer;
    call->stack_pointer = info.stack_pointer;
    call->result = 0;
    switch (info.op) {
    case PTRACE_SYSCALL_INFO_ENTRY:
        call->number = info.entry.nr;
        memcpy(call->args, info.entry.args, sizeof call->args);
        break;
    case PTRACE_SYSCALL_INFO_SECCOMP:
        call->number = info.seccomp.nr;
        call->filter_data = info.seccomp.ret_data;
        memcpy(call->args, info.seccomp.args, sizeof call->args);
        break;
    case PTRACE_SYSCALL_INFO_EXIT:
        call->result = info.exit.rval;
        break;
    default:
        break;
    }
    return 0;
}

int dft_fault(pid_t tid, struct dft_fault *fault) {
    struct user_regs_struct registers;
    siginfo_t info;
    if (syscall(SYS_ptrace, PTRACE_GETREGS, tid, 0, &registers) < 0 ||
        syscall(SYS_ptrace, PTRACE_GETSIGINFO, tid, 0, &info) < 0)
        return -errno;
    fault->instruction_pointer = registers.rip;
    fault->stack_pointer = registers.rsp;
    fault->frame_pointer = registers.rbp;
    fault->address = (uint64_t)(uintptr_t)info.si_addr;
    fault->code = info.si_code;
    // Only these signals have si_pid in the union that also holds si_addr.
    bool is_sent = info.si_code == SI_USER || info.si_code == SI_QUEUE ||
                   info.si_code == SI_TKILL || info.si_code == SI_MESGQ ||
                   (info.si_signo == SIGCHLD && info.si_code > 0);
    fault->sender = is_sent ? info.si_pid : 0;
    return 0;
}

int dft_call_result(pid_t tid, struct dft_call *call) {
    struct user_regs_struct registers;
    if (syscall(SYS_ptrace, PTRACE_GETREGS, tid, 0, &registers) < 0)
        return -errno;
    // The 64-bit code segment, <asm/segment.h>: __USER_CS.
    call->arch = registers.cs == 0x33 ? AUDIT_ARCH_X86_64 : AUDIT_ARCH_I386;
    call->number = registers.orig_rax;
    call->result = (int64_t)registers.rax;
    call->instruction_pointer = registers.rip;
    call->stack_pointer = registers.rsp;
    uint64_t args[6] = {registers.rdi, registers.rsi, registers.rdx,
                        registers.r10, registers.r8,  registers.r9};
    memcpy(call->args, args, sizeof args);
    return 0;
}

int dft_set_result(pid_t tid, int64_t value) {
    return (int)dft_ptrace(PTRACE_POKEUSR, tid, offsetof(struct user_regs_struct, rax),
                           (unsigned long)value);
}

int dft_refuse_call(pid_t tid, int error) {
    // No syscall has this number, so none is executed and the result stays.
    int got = (int)dft_ptrace(PTRACE_POKEUSR, tid, offsetof(struct user_regs_struct, orig_rax), -1UL);
    return got < 0 ? got : dft_set_result(tid, -error);
}

int dft_set_argument(pid_t tid, unsigned index, uint64_t value) {
    static const size_t registers[6] = {
        offsetof(struct user_regs_struct, rdi), offsetof(struct user_regs_struct, rsi),
        offsetof(struct user_regs_struct, rdx), offsetof(struct user_regs_struct, r10),
        offsetof(struct user_regs_struct, r8),  offsetof(struct user_regs_struct, r9),
    };
    return index < 6 ? (int)dft_ptrace(PTRACE_POKEUSR, tid, registers[index], value) : -EINVAL;
}

ssize_t dft_read_memory(pid_t pid, uint64_t address, void *buffer, size_t length) {
    struct iovec local = {buffer, length};
    // Split at the page's end: a transfer that reaches an unmapped page returns whole elements
    // only.
    size_t first = 4096 - (size_t)(address & 4095);
    if (first > length)
        first = length;
    struct iovec remote[2] = {
        {(void *)(uintptr_t)address, first},
        {(void *)(uintptr_t)(address + first), length - first},
    };
    ssize_t got = process_vm_readv(pid, &local, 1, remote, first < length ? 2 : 1, 0);
    return got < 0 ? -errno : got;
}

ssize_t dft_write_memory(pid_t pid, uint64_t address, const void *buffer, size_t length) {
    struct iovec local = {(void *)buffer, length};
    struct iovec remote = {(void *)(uintptr_t)address, length};
    ssize_t got = process_vm_writev(pid, &local, 1, &remote, 1, 0);
    return got < 0 ? -errno : got;
}

// A copy of a process's descriptor, or -errno.
static int copy_descriptor(pid_t pid, int descriptor) {
    int process = (int)syscall(SYS_pidfd_open, pid, 0);
    if (process < 0)
        return -errno;
    int copy = (int)syscall(SYS_pidfd_getfd, process, descriptor, 0);
    int error = errno;
    close(process);
    return copy < 0 ? -error : copy;
}

ssize_t dft_socket_peer(pid_t pid, int descriptor, void *address, size_t size) {
    int copy = copy_descriptor(pid, descriptor);
    if (copy < 0)
        return copy;
    socklen_t length = (socklen_t)size;
    int error = getpeername(copy, address, &length) == 0 ? 0 : errno;
    close(copy);
    return error != 0 ? -error : (ssize_t)(length < size ? length : size);
}

int dft_socket_facts(pid_t pid, int descriptor, struct dft_socket *facts) {
    int copy = copy_descriptor(pid, descriptor);
    if (copy < 0)
        return copy;
    socklen_t size = sizeof facts->domain;
    int error = 0;
    if (getsockopt(copy, SOL_SOCKET, SO_DOMAIN, &facts->domain, &size) != 0 ||
        getsockopt(copy, SOL_SOCKET, SO_TYPE, &facts->type, &size) != 0 ||
        getsockopt(copy, SOL_SOCKET, SO_PROTOCOL, &facts->protocol, &size) != 0)
        error = errno;
    socklen_t length = sizeof facts->local;
    bool known = getsockname(copy, (struct sockaddr *)facts->local, &length) == 0;
    facts->local_length = known && length <= sizeof facts->local ? length : 0;
    close(copy);
    return -error;
}

int dft_buffer(size_t size, int ends[2]) {
    struct rlimit limit;
    // RLIMIT_FSIZE applies to memory files but not to pipes. Pipes are the second choice, since the
    // kernel gives users with many pipes small ones.
    if (getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur >= size) {
        if ((ends[0] = memfd_create("dftrace", MFD_CLOEXEC)) < 0)
            return -errno;
        if ((ends[1] = fcntl(ends[0], F_DUPFD_CLOEXEC, 0)) >= 0)
            return 0;
    } else {
        if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
            return -errno;
        int room = fcntl(ends[1], F_GETPIPE_SZ);
        if (room >= (int)size || fcntl(ends[1], F_SETPIPE_SZ, (int)size) >= (int)size)
            return 0;
        close(ends[1]);
    }
    int error = errno;
    close(ends[0]);
    return -error;
}

char *const *dft_environment(void) { return environ; }

const char *dft_signal_name(int signal) { return sigabbrev_np(signal); }

const char *dft_kernel_release(void) {
    static struct utsname name;
    return uname(&name) == 0 ? name.release : "unknown";
}

int dft_kernel_version(void) {
    int major = 0, minor = 0;
    sscanf(dft_kernel_release(), "%d.%d", &major, &minor);
    return major * 1000 + minor;
}

int dft_probe_filter(void) {
    uint32_t action = SECCOMP_RET_TRACE;
    return syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0 ? 0 : -errno;
}
