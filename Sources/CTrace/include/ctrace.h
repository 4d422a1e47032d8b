// What Swift can't do by itself, and nothing else: code that runs between fork and exec,
// variadic calls (ptrace, syscall), signal handlers, and kernel structures and macros that
// Swift's importer leaves out.
//
// Every function answers 0 or a count on success and -errno on failure; none sets errno for its
// caller to read.
#ifndef DFT_CTRACE_H
#define DFT_CTRACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#pragma clang assume_nonnull begin

// The step of a launch that failed.
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

// What the child tells its parent when a step fails, in one write.
struct dft_failure {
    uint32_t stage;
    int32_t error;
};

// A command to launch. All pointers stay valid until dft_launch returns.
struct dft_command {
    // The arguments as raw bytes, NULL-terminated; the first names the program.
    char *_Nullable const *_Nonnull argv;
    // The environment, NULL-terminated.
    char *_Nullable const *_Nonnull envp;
    // A classic BPF program: 8 bytes an instruction.
    const uint64_t *filter;
    size_t filter_length;
    // SECCOMP_FILTER_FLAG_…: with NEW_LISTENER the filter's notifications can be received.
    unsigned long filter_flags;
    // ptrace options, PTRACE_O_….
    unsigned long options;
    // The process that launches, which the child must not outlive.
    pid_t parent;
    // Whether standard output goes where standard error goes.
    bool joins_output;
};

struct dft_child {
    pid_t pid;
    // Reads a dft_failure when a step in the child failed, end of file once the exec succeeded.
    int report;
    // Whether the child had to set no_new_privs to be allowed to load the filter.
    bool no_new_privs;
    // Receives the filter's notifications; -1 when none were asked for.
    int listener;
};

// Forks, seizes the child, has it load the filter and then lets it execute the command.
//
// The child waits on a pipe until it is seized, so that not even its first system call goes
// unseen, and at a breakpoint until its listener has been taken. On failure *stage says which step
// it was; nothing is left running then.
int dft_launch(const struct dft_command *command, struct dft_child *child, uint32_t *stage);

// Remembers signal dispositions and mask as they were when the process started, so that the
// command gets them unchanged, and has what ends dftrace itself (want of memory, a fault) say so and exit with 125. Call
// before anything changes them.
void dft_signals_save(void);

// Ignores SIGPIPE and SIGTTOU, and forwards to `pid` the termination requests that other
// processes send. What a terminal sends reaches the whole foreground group anyway.
void dft_signals_forward(pid_t pid);

// From now on the same signals are only counted by dft_signals_pending: the command has ended.
void dft_signals_stop_forwarding(void);

// Has SIGALRM interrupt waiting again and again; setitimer(2).
void dft_signals_alarm(uint32_t milliseconds);

// The last termination request that arrived, or 0.
int dft_signals_last(void);

// Whether a terminal stop (SIGTSTP, SIGTTIN) arrived since the last call.
bool dft_signals_take_stop(void);

// Ends this process by a signal, without a core file, as the command was ended.
void dft_die_by_signal(int signal);

// waitpid(2) for those that are traced, and no other children. Answers the thread id, 0 with WNOHANG and nothing to report, or -errno.
int dft_wait(pid_t pid, bool block, int *status);

// ptrace(2).
long dft_ptrace(long request, pid_t tid, unsigned long address, unsigned long data);

// What PTRACE_GET_SYSCALL_INFO reports (Linux 5.3), laid flat.
struct dft_call {
    uint8_t op;
    uint32_t arch;
    uint64_t instruction_pointer;
    uint64_t stack_pointer;
    uint64_t number;
    uint64_t args[6];
    int64_t result;
    // What the filter that asked for the stop has said with it.
    uint32_t filter_data;
};

int dft_syscall_info(pid_t tid, struct dft_call *call);

// Where a thread stands that is about to receive a signal, and what the signal says.
struct dft_fault {
    uint64_t instruction_pointer;
    uint64_t stack_pointer;
    uint64_t frame_pointer;
    // si_addr and si_code of sigaction(2).
    uint64_t address;
    int32_t code;
    // si_pid, when a process has sent the signal or the signal is about one; 0 otherwise.
    int32_t sender;
};

// Asks a thread in a signal-delivery stop; PTRACE_GETREGS and PTRACE_GETSIGINFO.
int dft_fault(pid_t tid, struct dft_fault *fault);

// Writes an argument register of a call that is being entered (x86-64 order).
int dft_set_argument(pid_t tid, unsigned index, uint64_t value);

// What a call has come to in a thread that PTRACE_INTERRUPT or a signal has stopped: there
// PTRACE_GET_SYSCALL_INFO knows of no call. The number is -1 when the thread was in none.
int dft_call_result(pid_t tid, struct dft_call *call);

// Changes what the call of such a thread returns.
int dft_set_result(pid_t tid, int64_t value);

// Has the call that is being entered not be made, and fail with an error.
int dft_refuse_call(pid_t tid, int error);

// A call that waits for an answer; struct seccomp_notif of <linux/seccomp.h>.
struct dft_notification {
    uint64_t id;
    pid_t tid;
    uint32_t arch;
    uint64_t number;
    uint64_t instruction_pointer;
    uint64_t args[6];
};

// Has notifications and answers wake the other side on the caller's own CPU, or not (Linux 6.6).
int dft_listener_synchronize(int listener, bool is_wanted);

// The CPUs that this thread may run on, up to the first 1,024; answers how many.
size_t dft_allowed_cpus(int *cpus, size_t most);

// sched_getcpu(3).
int dft_current_cpu(void);

// Has this thread run on some CPUs alone.
void dft_stay_on(const int *cpus, size_t count);

// Receives a notification; -ENOENT when its caller has gone meanwhile. Waits for none: poll first.
int dft_listener_receive(int listener, struct dft_notification *notification);

// Lets the call of a notification go on; -ENOENT when its caller has gone or was interrupted.
int dft_listener_continue(int listener, uint64_t id);

// Whether the caller of a notification still waits.
bool dft_listener_is_waiting(int listener, uint64_t id);

// Blocks SIGCHLD and answers a descriptor that is readable while one is pending; signalfd(2).
int dft_child_signals(void);

// Takes the pending SIGCHLD.
void dft_take_child_signal(int descriptor);

// Waits until a descriptor can be read: bit 0 for the first, bit 1 for the second; -EINTR when a
// signal came. Bit 2: the first has nobody left at its other end. A negative one is left out.
int dft_wait_readable(int first, int second, bool block);

// Whether the kernel knows flags of SECCOMP_SET_MODE_FILTER.
bool dft_knows_filter_flags(unsigned long flags);

// process_vm_readv(2) and writev of one range; answers the number of bytes, which may be short.
ssize_t dft_read_memory(pid_t pid, uint64_t address, void *buffer, size_t length);
ssize_t dft_write_memory(pid_t pid, uint64_t address, const void *buffer, size_t length);

// What a process's socket is, by a copy of its descriptor.
struct dft_socket {
    int32_t domain;
    int32_t type;
    int32_t protocol;
    // getsockname(2); length 0 when there is none.
    uint32_t local_length;
    uint8_t local[128];
};

// Takes a copy of a descriptor by pidfd_getfd(2) (Linux 5.6) and asks it.
int dft_socket_facts(pid_t pid, int descriptor, struct dft_socket *facts);

// The other end of a process's socket, getpeername(2) of such a copy; answers the address's length.
ssize_t dft_socket_peer(pid_t pid, int descriptor, void *address, size_t size);

// What takes that many bytes by its second descriptor and gives them by its first; closed on exec.
int dft_buffer(size_t size, int ends[_Nonnull 2]);

// The environment of this process.
char *_Nullable const *_Nonnull dft_environment(void);

// What of stat(2) is asked for.
struct dft_file {
    uint64_t device;
    uint64_t inode;
    uint32_t mode;
    uint32_t links;
    uint32_t uid;
    uint32_t gid;
    int64_t size;
    // When the content was changed last: nanoseconds since 1970.
    int64_t changed;
};

// fstatat(2) with a flag for not following a last symbolic link.
int dft_stat(const char *path, bool follow, struct dft_file *file);

// Looks an absolute path up and follows no symbolic link on the way (openat2(2) with
// RESOLVE_NO_SYMLINKS, Linux 5.6). When there is none to follow, which 0 and -ENOENT tell, the
// path's own text says what it names. A link at the end is no hindrance when it is not followed.
int dft_look_up_plain(const char *path, bool follow);

// Opens `path` with O_PATH below /proc/PID/root by openat2(2) with RESOLVE_IN_ROOT (Linux 5.6),
// so that absolute symbolic links stay within the process's own root. With `pid` 0 the root is
// dftrace's own, which takes fewer calls. Answers the descriptor, or -errno.
int dft_open_path(pid_t pid, const char *path, bool follow);

// readlink(2) of one of dftrace's own descriptors in /proc.
ssize_t dft_own_link(int descriptor, char *buffer, size_t size);

// Finds the name that the kernel gives a path, as seen from a process's root directory: opens it
// by dft_open_path and reads the name of what was opened. Answers the length, or -errno.
ssize_t dft_resolve(pid_t pid, const char *path, bool follow, char *buffer, size_t size,
                    struct dft_file *file);

// getxattr(2) of a file; answers the length of the value, or -errno.
ssize_t dft_attribute(const char *path, const char *name, void *value, size_t size);

// One mapping of a process's memory.
struct dft_mapping {
    uint64_t start;
    uint64_t end;
    uint64_t offset;
    // 0 for what is no file.
    uint64_t inode;
    // Readable 1, writable 2, executable 4, shared 8.
    uint32_t protection;
};

// The mapping that holds an address: ioctl(2) PROCMAP_QUERY of /proc/PID/maps, Linux 6.11. Answers
// the length of the name, or -errno: -ENOENT when nothing is mapped there, -ENOTTY before that
// release.
ssize_t dft_mapping(pid_t pid, uint64_t address, struct dft_mapping *mapping, char *name,
                    size_t size);

// readlink(2) of a task's descriptor in /proc, or with -1 of its working directory.
ssize_t dft_task_link(pid_t tid, int descriptor, char *buffer, size_t size);

// stat(2) of a task's descriptor in /proc.
int dft_stat_descriptor(pid_t tid, int descriptor, struct dft_file *file);

// readlink(2) of an absolute path.
ssize_t dft_readlink(const char *path, char *buffer, size_t size);

const char *_Nullable dft_errno_name(int error);
const char *_Nullable dft_signal_name(int signal);

// The Linux release, as uname(2) has it: major * 1000 + minor.
int dft_kernel_version(void);
const char *dft_kernel_release(void);

// Whether the kernel takes filters that answer TRACE; -errno if not.
int dft_probe_filter(void);

#pragma clang assume_nonnull end

#endif
