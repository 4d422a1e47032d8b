// Makes calls with every kind of flag and number that has a name, all in vain: descriptors that are
// not open, processes that don't exist, addresses that can't be read.

#include <asm/prctl.h>
#include <fcntl.h>
#include <linux/bpf.h>
#include <linux/keyctl.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))
#define EACH(type, name, ...)                                                                     \
    for (const type *name##_list = (const type[]){__VA_ARGS__}, *name = name##_list;              \
         name < name##_list + COUNT(((const type[]){__VA_ARGS__})); name++)

static const int nobody = 0x7FFFFFFE;
static char *const unreadable = (char *)8;

static void files(void) {
    EACH(int, flags, O_RDONLY, O_WRONLY | O_APPEND, O_RDWR | O_NONBLOCK | O_CLOEXEC, O_PATH | O_NOFOLLOW,
         O_RDONLY | O_DIRECTORY | O_NOCTTY, O_WRONLY | O_CREAT | O_EXCL | O_TRUNC, O_RDWR | O_SYNC,
         O_RDWR | O_DSYNC, O_RDONLY | O_NOATIME, O_WRONLY | O_DIRECT)
        syscall(SYS_openat, -1, "nothing", *flags, 0600);
    EACH(int, flags, 0, AT_SYMLINK_FOLLOW, AT_EMPTY_PATH)
        syscall(SYS_linkat, -1, "a", -1, "b", *flags);
    EACH(int, flags, 0, AT_REMOVEDIR) syscall(SYS_unlinkat, -1, "nothing", *flags);
    EACH(unsigned, flags, 1, 2, 4) syscall(SYS_renameat2, -1, "a", -1, "b", *flags);
    EACH(unsigned, flags, MFD_CLOEXEC, MFD_ALLOW_SEALING | MFD_CLOEXEC)
        syscall(SYS_memfd_create, unreadable, *flags);
    EACH(int, command, F_DUPFD, F_GETFD, F_SETFL, F_DUPFD_CLOEXEC, F_SETPIPE_SZ, F_ADD_SEALS)
        syscall(SYS_fcntl, -1, *command, 0);
    EACH(unsigned long, flags, MS_RDONLY, MS_BIND | MS_REC, MS_NOSUID | MS_NODEV | MS_NOEXEC,
         MS_REMOUNT | MS_NOATIME, MS_PRIVATE | MS_REC, MS_MOVE)
        syscall(SYS_mount, unreadable, unreadable, NULL, *flags, NULL);
    EACH(int, flags, MNT_FORCE, MNT_DETACH, MNT_EXPIRE | UMOUNT_NOFOLLOW)
        syscall(SYS_umount2, unreadable, *flags);
}

static void memory(void) {
    EACH(int, prot, PROT_READ, PROT_READ | PROT_WRITE, PROT_READ | PROT_EXEC, PROT_NONE)
        syscall(SYS_mmap, NULL, 4096, *prot, MAP_PRIVATE, -1, 0);
    EACH(int, flags, MAP_SHARED, MAP_PRIVATE | MAP_FIXED, MAP_PRIVATE | MAP_STACK | MAP_NORESERVE,
         MAP_SHARED | MAP_POPULATE | MAP_LOCKED)
        syscall(SYS_mmap, NULL, 4096, PROT_READ, *flags, -1, 0);
    EACH(int, prot, PROT_WRITE, PROT_EXEC, PROT_GROWSDOWN) syscall(SYS_mprotect, 1, 4096, *prot);
    EACH(int, flags, MREMAP_MAYMOVE, MREMAP_MAYMOVE | MREMAP_FIXED)
        syscall(SYS_mremap, 1, 4096, 4096, *flags, 0);
    EACH(int, advice, MADV_NORMAL, MADV_DONTNEED, MADV_HUGEPAGE, MADV_DONTDUMP)
        syscall(SYS_madvise, 1, 4096, *advice);
    EACH(int, flags, SHM_RDONLY, SHM_EXEC | SHM_RND) syscall(SYS_shmat, -1, NULL, *flags);
}

static void network(void) {
    EACH(int, type, SOCK_STREAM, SOCK_DGRAM | SOCK_CLOEXEC, SOCK_SEQPACKET | SOCK_NONBLOCK, SOCK_RDM)
        syscall(SYS_socket, AF_UNSPEC, *type, 0);
    EACH(int, domain, AF_INET, AF_INET6, AF_UNIX, AF_NETLINK, AF_PACKET, AF_VSOCK, AF_ALG, AF_BLUETOOTH)
        syscall(SYS_socket, *domain, 0, 0);
    EACH(int, flags, MSG_DONTWAIT, MSG_NOSIGNAL | MSG_MORE, MSG_OOB, MSG_CONFIRM)
        syscall(SYS_sendto, -1, NULL, 0, *flags, (void *)8, 16);
    EACH(int, how, SHUT_RD, SHUT_WR, SHUT_RDWR) syscall(SYS_shutdown, -1, *how);
}

static void processes(void) {
    // A thread needs CLONE_SIGHAND, and that CLONE_VM: all of these are refused.
    EACH(unsigned long, flags, CLONE_THREAD, CLONE_THREAD | CLONE_FS | CLONE_FILES,
         CLONE_SIGHAND | CLONE_SYSVSEM | CLONE_SETTLS, CLONE_THREAD | CLONE_NEWUSER | CLONE_NEWPID,
         CLONE_THREAD | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWCGROUP,
         CLONE_THREAD | CLONE_PARENT_SETTID | CLONE_CHILD_CLEARTID | CLONE_VFORK)
        syscall(SYS_clone, *flags, NULL, NULL, NULL, 0);
    EACH(unsigned long, flags, CLONE_NEWNS, CLONE_NEWNET, CLONE_NEWUSER | CLONE_NEWPID, 0x80, CLONE_NEWUTS)
        syscall(SYS_setns, -1, *flags);
    // No such flag goes with unshare.
    EACH(unsigned long, flags, CLONE_NEWNET | 1, CLONE_NEWUSER | CLONE_NEWPID | 1)
        syscall(SYS_unshare, *flags);
    EACH(int, number, SIGHUP, SIGKILL, SIGTERM, SIGUSR1, SIGSYS, SIGCHLD)
        syscall(SYS_kill, nobody, *number);
    EACH(long, request, PTRACE_ATTACH, PTRACE_SEIZE, PTRACE_PEEKDATA, PTRACE_POKEDATA, PTRACE_CONT,
         PTRACE_GETREGSET, PTRACE_INTERRUPT, PTRACE_SYSCALL)
        syscall(SYS_ptrace, *request, nobody, 0, 0);
    EACH(int, option, PR_GET_DUMPABLE, PR_GET_NO_NEW_PRIVS, PR_GET_KEEPCAPS, PR_GET_SECCOMP)
        syscall(SYS_prctl, *option, 0, 0, 0, 0);
    EACH(int, command, BPF_MAP_CREATE, BPF_PROG_LOAD, BPF_OBJ_GET, BPF_LINK_CREATE)
        syscall(SYS_bpf, *command, unreadable, 8);
    EACH(int, command, KEYCTL_GET_KEYRING_ID, KEYCTL_REVOKE, KEYCTL_READ, KEYCTL_SEARCH)
        syscall(SYS_keyctl, *command, 0x7FFFFFFF, 0, 0, 0);
    EACH(int, resource, RLIMIT_CORE, RLIMIT_NOFILE, RLIMIT_AS, RLIMIT_MEMLOCK)
        syscall(SYS_prlimit64, nobody, *resource, NULL, NULL);
    EACH(unsigned, operation, SECCOMP_GET_ACTION_AVAIL, SECCOMP_GET_NOTIF_SIZES)
        syscall(SYS_seccomp, *operation, 0, unreadable);
    EACH(int, policy, SCHED_OTHER, SCHED_FIFO, SCHED_BATCH)
        syscall(SYS_sched_setscheduler, nobody, *policy, unreadable);
    EACH(int, code, ARCH_GET_FS, ARCH_GET_GS) syscall(SYS_arch_prctl, *code, unreadable);
    EACH(unsigned long, request, TIOCSTI, TIOCSCTTY, TCGETS, FIONREAD) syscall(SYS_ioctl, -1, *request, 0);
}

int main(void) {
    files();
    memory();
    network();
    processes();
    puts("all in vain");
    return 0;
}
