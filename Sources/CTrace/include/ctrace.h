// Functions that Swift cannot implement: code between fork and exec, variadic calls (ptrace,
// syscall), signal handlers, and kernel structures and macros that Swift's importer omits.
//
// Every function returns 0 or a count on success and -errno on failure; errno itself is not
// meaningful.
#ifndef DFT_CTRACE_H
#define DFT_CTRACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#pragma clang assume_nonnull begin

// The failed step of a launch.
enum dft_stage : uint32_t {
    DFT_STAGE_NONE = 0,
    DFT_STAGE_PIPE,
    DFT_STAGE_FORK,
    DFT_STAGE_SEIZE,
    DFT_STAGE_WAIT,
    DFT_STAGE_NO_NEW_PRIVS,
    DFT_STAGE_FILTER,
    DFT_STAGE_EXEC,
    DFT_STAGE_LISTENER,
};

// The child's report of a failed step to its parent, in one write.
struct dft_failure {
    uint32_t stage;
    int32_t error;
};

// A command to launch. All pointers stay valid until dft_launch returns.
struct dft_command {
    // The argument vector as raw bytes, NULL-terminated; the first is the program.
    char *_Nullable const *_Nonnull argv;
    // The environment, NULL-terminated.
    char *_Nullable const *_Nonnull envp;
    // A classic BPF program: 8 bytes per instruction.
    const uint64_t *filter;
    size_t filter_length;
    // SECCOMP_FILTER_FLAG_…; NEW_LISTENER enables notifications.
    unsigned long filter_flags;
    // ptrace options, PTRACE_O_….
    unsigned long options;
    // The launching process, which the child must not outlive.
    pid_t parent;
    // Whether standard output is redirected to standard error.
    bool joins_output;
};

struct dft_child {
    pid_t pid;
    // Delivers a dft_failure when a step in the child fails, and end of file after a successful
    // exec.
    int report;
    // Whether the child had to set no_new_privs to load the filter.
    bool no_new_privs;
    // Receives the filter's notifications; -1 without NEW_LISTENER.
    int listener;
};

// Forks, seizes the child, has it load the filter and then lets it execute the command.
//
// The child waits on a pipe until it is seized, so that no syscall of the command is missed, and at
// a breakpoint until the parent has its listener. On failure *stage is the failed step, and no
// process is left running.
int dft_launch(const struct dft_command *command, struct dft_child *child, uint32_t *stage);

// Saves signal dispositions and mask for the command, and installs handlers that print an error and
// exit with 125 when dftrace itself runs out of memory or faults. Call before anything changes
// them.
void dft_signals_save(void);

// Ignores SIGPIPE and SIGTTOU, and forwards termination signals of other processes to `pid`.
// Signals of the terminal reach the whole foreground group anyway.
void dft_signals_forward(pid_t pid);

// Stops forwarding after the end of the command; dft_signals_pending still reports the signals.
void dft_signals_stop_forwarding(void);

// Lets SIGALRM interrupt waits periodically; setitimer(2).
void dft_signals_alarm(uint32_t milliseconds);

// The last received termination signal, or 0.
int dft_signals_last(void);

// Whether a terminal stop (SIGTSTP, SIGTTIN) arrived since the last call.
bool dft_signals_take_stop(void);

// Ends this process by the command's fatal signal, without a core file.
void dft_die_by_signal(int signal);

// waitpid(2) for tracees only. Returns the thread id, 0 with WNOHANG without a report, or -errno.
int dft_wait(pid_t pid, bool block, int *status);

// ptrace(2).
long dft_ptrace(long request, pid_t tid, unsigned long address, unsigned long data);

// The data of PTRACE_GET_SYSCALL_INFO (Linux 5.3), flattened.
struct dft_call {
    uint8_t op;
    uint32_t arch;
    uint64_t instruction_pointer;
    uint64_t stack_pointer;
    uint64_t number;
    uint64_t args[6];
    int64_t result;
    // The data of the filter's SECCOMP_RET_TRACE.
    uint32_t filter_data;
};

int dft_syscall_info(pid_t tid, struct dft_call *call);

// The registers of a thread in a signal-delivery stop, and the signal's data.
struct dft_fault {
    uint64_t instruction_pointer;
    uint64_t stack_pointer;
    uint64_t frame_pointer;
    // si_addr and si_code of sigaction(2).
    uint64_t address;
    int32_t code;
    // si_pid, for signals from or about a process; 0 otherwise.
    int32_t sender;
};

// Reads them in a signal-delivery stop; PTRACE_GETREGS and PTRACE_GETSIGINFO.
int dft_fault(pid_t tid, struct dft_fault *fault);

// Writes an argument register at a syscall entry (x86-64 order).
int dft_set_argument(pid_t tid, unsigned index, uint64_t value);

// The state of the syscall in a thread stopped by PTRACE_INTERRUPT or a signal, where
// PTRACE_GET_SYSCALL_INFO reports none. The number is -1 when the thread was not in a syscall.
int dft_call_result(pid_t tid, struct dft_call *call);

// Changes the return value of such a syscall.
int dft_set_result(pid_t tid, int64_t value);

// Skips the syscall at its entry and makes it fail with an error.
int dft_refuse_call(pid_t tid, int error);

// A syscall that waits for a response; struct seccomp_notif of <linux/seccomp.h>.
struct dft_notification {
    uint64_t id;
    pid_t tid;
    uint32_t arch;
    uint64_t number;
    uint64_t instruction_pointer;
    uint64_t args[6];
};

// Enables or disables synchronous wake-up on the caller's CPU (Linux 6.6).
int dft_listener_synchronize(int listener, bool is_wanted);

// The CPU affinity of this thread, up to 1,024 CPUs; returns their number.
size_t dft_allowed_cpus(int *cpus, size_t most);

// sched_getcpu(3).
int dft_current_cpu(void);

// Sets the CPU affinity of this thread.
void dft_stay_on(const int *cpus, size_t count);

// Receives a notification; -ENOENT when its caller is gone. Blocks without one: poll first.
int dft_listener_receive(int listener, struct dft_notification *notification);

// Continues the syscall of a notification; -ENOENT when its caller is gone or was interrupted.
int dft_listener_continue(int listener, uint64_t id);

// Whether the notification is still valid.
bool dft_listener_is_waiting(int listener, uint64_t id);

// Blocks SIGCHLD and returns a descriptor that is readable while it is pending; signalfd(2).
int dft_child_signals(void);

// Consumes the pending SIGCHLD.
void dft_take_child_signal(int descriptor);

// Waits until a descriptor is readable: bit 0 for the first, bit 1 for the second; -EINTR after a
// signal. Bit 2: the first has hung up. Negative descriptors are ignored.
int dft_wait_readable(int first, int second, bool block);

// Whether the kernel supports flags of SECCOMP_SET_MODE_FILTER.
bool dft_knows_filter_flags(unsigned long flags);

// process_vm_readv(2) and writev of one range; returns the number of bytes, possibly fewer.
ssize_t dft_read_memory(pid_t pid, uint64_t address, void *buffer, size_t length);
ssize_t dft_write_memory(pid_t pid, uint64_t address, const void *buffer, size_t length);

// The properties of a process's socket, read by a copy of its descriptor.
struct dft_socket {
    int32_t domain;
    int32_t type;
    int32_t protocol;
    // getsockname(2); length 0 without an address.
    uint32_t local_length;
    uint8_t local[128];
};

// Reads them by a copy of the descriptor, pidfd_getfd(2) (Linux 5.6).
int dft_socket_facts(pid_t pid, int descriptor, struct dft_socket *facts);

// The peer address of a process's socket, getpeername(2) of such a copy; returns its length.
ssize_t dft_socket_peer(pid_t pid, int descriptor, void *address, size_t size);

// A buffer of that many bytes, written by the second descriptor and read by the first; closed on
// exec.
int dft_buffer(size_t size, int ends[_Nonnull 2]);

// The environment of this process.
char *_Nullable const *_Nonnull dft_environment(void);

// The used members of stat(2).
struct dft_file {
    uint64_t device;
    uint64_t inode;
    uint32_t mode;
    uint32_t links;
    uint32_t uid;
    uint32_t gid;
    int64_t size;
    // Modification time in nanoseconds since 1970.
    int64_t changed;
};

// fstatat(2), with a flag not to follow a final symbolic link.
int dft_stat(const char *path, bool follow, struct dft_file *file);

// The birth time of a file in nanoseconds since 1970 by statx(2), without following a final symbolic
// link. 0, or -errno; -ENODATA if the file system does not record it.
int dft_birth(const char *path, int64_t *time);

// Resolves an absolute path without following symbolic links (openat2(2) with RESOLVE_NO_SYMLINKS,
// Linux 5.6). 0 and -ENOENT mean that the path contains no link, so its text is the resolved path.
// A final link is allowed when it is not followed.
int dft_look_up_plain(const char *path, bool follow);

// Opens `path` with O_PATH below /proc/PID/root by openat2(2) with RESOLVE_IN_ROOT (Linux 5.6), so
// that absolute symbolic links stay within the process's root. With `pid` 0 the root is dftrace's
// own, which needs fewer syscalls. Returns the descriptor, or -errno.
int dft_open_path(pid_t pid, const char *path, bool follow);

// readlink(2) of one of dftrace's own descriptors in /proc.
ssize_t dft_own_link(int descriptor, char *buffer, size_t size);

// Resolves a path relative to a process's root directory: opens it by dft_open_path and reads its
// name in /proc. Returns the length, or -errno.
ssize_t dft_resolve(pid_t pid, const char *path, bool follow, char *buffer, size_t size,
                    struct dft_file *file);

// getxattr(2) of a file; returns the length of the value, or -errno.
ssize_t dft_attribute(const char *path, const char *name, void *value, size_t size);

// A memory mapping of a process.
struct dft_mapping {
    uint64_t start;
    uint64_t end;
    uint64_t offset;
    // 0 for mappings without a file.
    uint64_t inode;
    // Readable 1, writable 2, executable 4, shared 8.
    uint32_t protection;
};

// The mapping that contains an address: ioctl(2) PROCMAP_QUERY of /proc/PID/maps, Linux 6.11.
// Returns the length of the name, or -errno: -ENOENT for unmapped addresses, -ENOTTY on older
// kernels.
ssize_t dft_mapping(pid_t pid, uint64_t address, struct dft_mapping *mapping, char *name,
                    size_t size);

// readlink(2) of a task's descriptor in /proc, or with -1 of its working directory.
ssize_t dft_task_link(pid_t tid, int descriptor, char *buffer, size_t size);

// stat(2) of a task's descriptor in /proc.
int dft_stat_descriptor(pid_t tid, int descriptor, struct dft_file *file);

// readlink(2) of an absolute path.
ssize_t dft_readlink(const char *path, char *buffer, size_t size);

const char *_Nullable dft_signal_name(int signal);

// The Linux release from uname(2): major * 1000 + minor.
int dft_kernel_version(void);
const char *dft_kernel_release(void);

// Whether the kernel accepts filters that return SECCOMP_RET_TRACE; -errno if not.
int dft_probe_filter(void);

#pragma clang assume_nonnull end

#endif
