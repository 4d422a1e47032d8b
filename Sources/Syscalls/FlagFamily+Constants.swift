// Names and values from the uapi headers of Linux; each list names the header it comes from.

extension FlagFamily {
  var described: [FlagConstant] {
    switch self {
    case .open:  // <fcntl.h>
      [
        .init("O_RDONLY", 0x0, mask: 3),
        .init("O_WRONLY", 0x1, mask: 3),
        .init("O_RDWR", 0x2, mask: 3),
        .init("O_CREAT", 0x40),
        .init("O_EXCL", 0x80),
        .init("O_NOCTTY", 0x100),
        .init("O_TRUNC", 0x200),
        .init("O_APPEND", 0x400),
        .init("O_NONBLOCK", 0x800),
        .init("O_SYNC", 0x101000),
        .init("O_DSYNC", 0x1000),
        .init("O_ASYNC", 0x2000),
        .init("O_DIRECT", 0x4000),
        .init("O_LARGEFILE", 0x8000),
        .init("O_TMPFILE", 0x410000),
        .init("O_DIRECTORY", 0x10000),
        .init("O_NOFOLLOW", 0x20000),
        .init("O_NOATIME", 0x40000),
        .init("O_CLOEXEC", 0x80000),
        .init("O_PATH", 0x200000),
      ]
    case .at:  // <fcntl.h>
      [
        .init("AT_SYMLINK_NOFOLLOW", 0x100),
        .init("AT_REMOVEDIR", 0x200),
        .init("AT_SYMLINK_FOLLOW", 0x400),
        .init("AT_NO_AUTOMOUNT", 0x800),
        .init("AT_EMPTY_PATH", 0x1000),
      ]
    case .mode:  // <sys/stat.h>
      [
        .init("S_ISUID", 0o4000),
        .init("S_ISGID", 0o2000),
        .init("S_ISVTX", 0o1000),
        .init("S_IRUSR", 0o400),
        .init("S_IWUSR", 0o200),
        .init("S_IXUSR", 0o100),
        .init("S_IRGRP", 0o40),
        .init("S_IWGRP", 0o20),
        .init("S_IXGRP", 0o10),
        .init("S_IROTH", 0o4),
        .init("S_IWOTH", 0o2),
        .init("S_IXOTH", 0o1),
        .init("S_IFSOCK", 0o140000, mask: 0o170000),
        .init("S_IFLNK", 0o120000, mask: 0o170000),
        .init("S_IFREG", 0o100000, mask: 0o170000),
        .init("S_IFBLK", 0o60000, mask: 0o170000),
        .init("S_IFDIR", 0o40000, mask: 0o170000),
        .init("S_IFCHR", 0o20000, mask: 0o170000),
        .init("S_IFIFO", 0o10000, mask: 0o170000),
      ]
    case .protection:  // <sys/mman.h>
      [
        // First, since other values leave no bits after their names.
        .init("PROT_NONE", 0, mask: ~0),
        .init("PROT_READ", 0x1),
        .init("PROT_WRITE", 0x2),
        .init("PROT_EXEC", 0x4),
        .init("PROT_GROWSDOWN", 0x1000000),
        .init("PROT_GROWSUP", 0x2000000),
      ]
    case .mapping:  // <sys/mman.h>
      [
        .init("MAP_SHARED_VALIDATE", 0x3, mask: 0xf),
        .init("MAP_SHARED", 0x1, mask: 0xf),
        .init("MAP_PRIVATE", 0x2, mask: 0xf),
        .init("MAP_FIXED", 0x10),
        .init("MAP_ANONYMOUS", 0x20),
        .init("MAP_GROWSDOWN", 0x100),
        .init("MAP_DENYWRITE", 0x800),
        .init("MAP_EXECUTABLE", 0x1000),
        .init("MAP_LOCKED", 0x2000),
        .init("MAP_NORESERVE", 0x4000),
        .init("MAP_POPULATE", 0x8000),
        .init("MAP_NONBLOCK", 0x10000),
        .init("MAP_STACK", 0x20000),
        .init("MAP_HUGETLB", 0x40000),
        .init("MAP_SYNC", 0x80000),
        .init("MAP_FIXED_NOREPLACE", 0x100000),
      ]
    case .clone:  // <linux/sched.h>
      [
        .init("CLONE_VM", 0x100),
        .init("CLONE_FS", 0x200),
        .init("CLONE_FILES", 0x400),
        .init("CLONE_SIGHAND", 0x800),
        .init("CLONE_PIDFD", 0x1000),
        .init("CLONE_PTRACE", 0x2000),
        .init("CLONE_VFORK", 0x4000),
        .init("CLONE_PARENT", 0x8000),
        .init("CLONE_THREAD", 0x10000),
        .init("CLONE_NEWNS", 0x20000),
        .init("CLONE_SYSVSEM", 0x40000),
        .init("CLONE_SETTLS", 0x80000),
        .init("CLONE_PARENT_SETTID", 0x100000),
        .init("CLONE_CHILD_CLEARTID", 0x200000),
        .init("CLONE_DETACHED", 0x400000),
        .init("CLONE_UNTRACED", 0x800000),
        .init("CLONE_CHILD_SETTID", 0x1000000),
        .init("CLONE_NEWCGROUP", 0x2000000),
        .init("CLONE_NEWUTS", 0x4000000),
        .init("CLONE_NEWIPC", 0x8000000),
        .init("CLONE_NEWUSER", 0x10000000),
        .init("CLONE_NEWPID", 0x20000000),
        .init("CLONE_NEWNET", 0x40000000),
        .init("CLONE_IO", 0x80000000),
        // In the byte of clone(2)'s signal, which never has this number.
        .init("CLONE_NEWTIME", 0x80, mask: 0xFF),
        .init("CLONE_CLEAR_SIGHAND", 0x1_0000_0000),
        .init("CLONE_INTO_CGROUP", 0x2_0000_0000),
      ]
    case .rename:  // <linux/fs.h>
      [
        .init("RENAME_NOREPLACE", 0x1),
        .init("RENAME_EXCHANGE", 0x2),
        .init("RENAME_WHITEOUT", 0x4),
      ]
    case .memfd:  // <linux/memfd.h>
      [
        .init("MFD_CLOEXEC", 0x1),
        .init("MFD_ALLOW_SEALING", 0x2),
        .init("MFD_HUGETLB", 0x4),
        .init("MFD_NOEXEC_SEAL", 0x8),
        .init("MFD_EXEC", 0x10),
      ]
    case .mount:  // <sys/mount.h>
      [
        .init("MS_RDONLY", 0x1),
        .init("MS_NOSUID", 0x2),
        .init("MS_NODEV", 0x4),
        .init("MS_NOEXEC", 0x8),
        .init("MS_SYNCHRONOUS", 0x10),
        .init("MS_REMOUNT", 0x20),
        .init("MS_MANDLOCK", 0x40),
        .init("MS_DIRSYNC", 0x80),
        .init("MS_NOATIME", 0x400),
        .init("MS_NODIRATIME", 0x800),
        .init("MS_BIND", 0x1000),
        .init("MS_MOVE", 0x2000),
        .init("MS_REC", 0x4000),
        .init("MS_SILENT", 0x8000),
        .init("MS_POSIXACL", 0x10000),
        .init("MS_UNBINDABLE", 0x20000),
        .init("MS_PRIVATE", 0x40000),
        .init("MS_SLAVE", 0x80000),
        .init("MS_SHARED", 0x100000),
        .init("MS_RELATIME", 0x200000),
        .init("MS_STRICTATIME", 0x1000000),
      ]
    case .seccompFilter:  // <linux/seccomp.h>
      [
        .init("SECCOMP_FILTER_FLAG_TSYNC", 0x1),
        .init("SECCOMP_FILTER_FLAG_LOG", 0x2),
        .init("SECCOMP_FILTER_FLAG_SPEC_ALLOW", 0x4),
        .init("SECCOMP_FILTER_FLAG_NEW_LISTENER", 0x8),
        .init("SECCOMP_FILTER_FLAG_TSYNC_ESRCH", 0x10),
        .init("SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV", 0x20),
      ]
    case .message:  // <sys/socket.h>
      [
        .init("MSG_OOB", 0x1),
        .init("MSG_PEEK", 0x2),
        .init("MSG_DONTROUTE", 0x4),
        .init("MSG_CTRUNC", 0x8),
        .init("MSG_TRUNC", 0x20),
        .init("MSG_DONTWAIT", 0x40),
        .init("MSG_EOR", 0x80),
        .init("MSG_WAITALL", 0x100),
        .init("MSG_CONFIRM", 0x800),
        .init("MSG_ERRQUEUE", 0x2000),
        .init("MSG_NOSIGNAL", 0x4000),
        .init("MSG_MORE", 0x8000),
        .init("MSG_FASTOPEN", 0x20000000),
        .init("MSG_CMSG_CLOEXEC", 0x40000000),
      ]
    case .socketType:  // <sys/socket.h>
      [
        .init("SOCK_STREAM", 0x1, mask: 0xf),
        .init("SOCK_DGRAM", 0x2, mask: 0xf),
        .init("SOCK_RAW", 0x3, mask: 0xf),
        .init("SOCK_RDM", 0x4, mask: 0xf),
        .init("SOCK_SEQPACKET", 0x5, mask: 0xf),
        .init("SOCK_DCCP", 0x6, mask: 0xf),
        .init("SOCK_PACKET", 0xa, mask: 0xf),
        .init("SOCK_NONBLOCK", 0x800),
        .init("SOCK_CLOEXEC", 0x80000),
      ]
    case .addressFamily:  // <sys/socket.h>
      [
        .init("AF_UNSPEC", 0, mask: 0xFFFF_FFFF),
        .init("AF_UNIX", 1, mask: 0xFFFF_FFFF),
        .init("AF_INET", 2, mask: 0xFFFF_FFFF),
        .init("AF_AX25", 3, mask: 0xFFFF_FFFF),
        .init("AF_IPX", 4, mask: 0xFFFF_FFFF),
        .init("AF_APPLETALK", 5, mask: 0xFFFF_FFFF),
        .init("AF_X25", 9, mask: 0xFFFF_FFFF),
        .init("AF_INET6", 10, mask: 0xFFFF_FFFF),
        .init("AF_KEY", 15, mask: 0xFFFF_FFFF),
        .init("AF_NETLINK", 16, mask: 0xFFFF_FFFF),
        .init("AF_PACKET", 17, mask: 0xFFFF_FFFF),
        .init("AF_RDS", 21, mask: 0xFFFF_FFFF),
        .init("AF_PPPOX", 24, mask: 0xFFFF_FFFF),
        .init("AF_CAN", 29, mask: 0xFFFF_FFFF),
        .init("AF_TIPC", 30, mask: 0xFFFF_FFFF),
        .init("AF_BLUETOOTH", 31, mask: 0xFFFF_FFFF),
        .init("AF_ALG", 38, mask: 0xFFFF_FFFF),
        .init("AF_VSOCK", 40, mask: 0xFFFF_FFFF),
        .init("AF_KCM", 41, mask: 0xFFFF_FFFF),
        .init("AF_QIPCRTR", 42, mask: 0xFFFF_FFFF),
        .init("AF_SMC", 43, mask: 0xFFFF_FFFF),
        .init("AF_XDP", 44, mask: 0xFFFF_FFFF),
      ]
    case .ptrace:  // <linux/ptrace.h>
      [
        .init("PTRACE_TRACEME", 0, mask: 0xFFFF_FFFF_FFFF_FFFF),
        .init("PTRACE_PEEKTEXT", 1, mask: 0xFFFF_FFFF_FFFF_FFFF),
        .init("PTRACE_PEEKDATA", 2, mask: 0xFFFF_FFFF_FFFF_FFFF),
        .init("PTRACE_PEEKUSR", 3, mask: 0xFFFF_FFFF_FFFF_FFFF),
        .init("PTRACE_POKETEXT", 4, mask: 0xFFFF_FFFF_FFFF_FFFF),
        .init("PTRACE_POKEDATA", 5, mask: 0xFFFF_FFFF_FFFF_FFFF),
        .init("PTRACE_POKEUSR", 6, mask: 0xFFFF_FFFF_FFFF_FFFF),
        .init("PTRACE_CONT", 7, mask: 0xFFFF_FFFF_FFFF_FFFF),
        .init("PTRACE_KILL", 8, mask: 0xFFFF_FFFF_FFFF_FFFF),
        .init("PTRACE_SINGLESTEP", 9, mask: 0xFFFF_FFFF_FFFF_FFFF),
        .init("PTRACE_GETREGS", 12, mask: 0xFFFF_FFFF_FFFF_FFFF),
        .init("PTRACE_SETREGS", 13, mask: 0xFFFF_FFFF_FFFF_FFFF),
        .init("PTRACE_GETFPREGS", 14, mask: 0xFFFF_FFFF_FFFF_FFFF),
        .init("PTRACE_SETFPREGS", 15, mask: 0xFFFF_FFFF_FFFF_FFFF),
        .init("PTRACE_ATTACH", 16, mask: 0xFFFF_FFFF_FFFF_FFFF),
        .init("PTRACE_DETACH", 17, mask: 0xFFFF_FFFF_FFFF_FFFF),
        .init("PTRACE_SYSCALL", 24, mask: 0xFFFF_FFFF_FFFF_FFFF),
        .init("PTRACE_SETOPTIONS", 16896, mask: 0xFFFF_FFFF_FFFF_FFFF),
        .init("PTRACE_GETEVENTMSG", 16897, mask: 0xFFFF_FFFF_FFFF_FFFF),
        .init("PTRACE_GETSIGINFO", 16898, mask: 0xFFFF_FFFF_FFFF_FFFF),
        .init("PTRACE_SETSIGINFO", 16899, mask: 0xFFFF_FFFF_FFFF_FFFF),
        .init("PTRACE_GETREGSET", 16900, mask: 0xFFFF_FFFF_FFFF_FFFF),
        .init("PTRACE_SETREGSET", 16901, mask: 0xFFFF_FFFF_FFFF_FFFF),
        .init("PTRACE_SEIZE", 16902, mask: 0xFFFF_FFFF_FFFF_FFFF),
        .init("PTRACE_INTERRUPT", 16903, mask: 0xFFFF_FFFF_FFFF_FFFF),
        .init("PTRACE_LISTEN", 16904, mask: 0xFFFF_FFFF_FFFF_FFFF),
        .init("PTRACE_PEEKSIGINFO", 16905, mask: 0xFFFF_FFFF_FFFF_FFFF),
        .init("PTRACE_GETSIGMASK", 16906, mask: 0xFFFF_FFFF_FFFF_FFFF),
        .init("PTRACE_SETSIGMASK", 16907, mask: 0xFFFF_FFFF_FFFF_FFFF),
        .init("PTRACE_SECCOMP_GET_FILTER", 16908, mask: 0xFFFF_FFFF_FFFF_FFFF),
        .init("PTRACE_GET_SYSCALL_INFO", 16910, mask: 0xFFFF_FFFF_FFFF_FFFF),
      ]
    case .seccomp:  // <linux/seccomp.h>
      [
        .init("SECCOMP_SET_MODE_STRICT", 0, mask: 0xFFFF_FFFF),
        .init("SECCOMP_SET_MODE_FILTER", 1, mask: 0xFFFF_FFFF),
        .init("SECCOMP_GET_ACTION_AVAIL", 2, mask: 0xFFFF_FFFF),
        .init("SECCOMP_GET_NOTIF_SIZES", 3, mask: 0xFFFF_FFFF),
      ]
    default: furtherDescribed
    }
  }
}
