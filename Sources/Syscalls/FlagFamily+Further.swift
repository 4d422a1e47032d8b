// Names and values from the uapi headers of Linux; each list names the header it comes from.

extension FlagFamily {
  var furtherDescribed: [FlagConstant] {
    switch self {
    case .sharedMemory:  // <linux/shm.h>
      [
        .init("SHM_RDONLY", 0x1000),
        .init("SHM_RND", 0x2000),
        .init("SHM_REMAP", 0x4000),
        .init("SHM_EXEC", 0x8000),
      ]
    case .remap:  // <linux/mman.h>
      [
        .init("MREMAP_MAYMOVE", 0x1),
        .init("MREMAP_FIXED", 0x2),
        .init("MREMAP_DONTUNMAP", 0x4),
      ]
    case .lockAll:  // <sys/mman.h>
      [
        .init("MCL_CURRENT", 0x1),
        .init("MCL_FUTURE", 0x2),
        .init("MCL_ONFAULT", 0x4),
      ]
    case .resolve:  // <linux/openat2.h>
      [
        .init("RESOLVE_NO_XDEV", 0x1),
        .init("RESOLVE_NO_MAGICLINKS", 0x2),
        .init("RESOLVE_NO_SYMLINKS", 0x4),
        .init("RESOLVE_BENEATH", 0x8),
        .init("RESOLVE_IN_ROOT", 0x10),
        .init("RESOLVE_CACHED", 0x20),
      ]
    case .unmount:  // <sys/mount.h>
      [
        .init("MNT_FORCE", 0x1),
        .init("MNT_DETACH", 0x2),
        .init("MNT_EXPIRE", 0x4),
        .init("UMOUNT_NOFOLLOW", 0x8),
      ]
    case .personality:  // <sys/personality.h>
      [
        .init("UNAME26", 0x20000),
        .init("ADDR_NO_RANDOMIZE", 0x40000),
        .init("FDPIC_FUNCPTRS", 0x80000),
        .init("MMAP_PAGE_ZERO", 0x100000),
        .init("ADDR_COMPAT_LAYOUT", 0x200000),
        .init("READ_IMPLIES_EXEC", 0x400000),
        .init("ADDR_LIMIT_32BIT", 0x800000),
        .init("SHORT_INODE", 0x1000000),
        .init("WHOLE_SECONDS", 0x2000000),
        .init("STICKY_TIMEOUTS", 0x4000000),
        .init("ADDR_LIMIT_3GB", 0x8000000),
      ]
    case .fileAttributes:  // <linux/fs.h>
      [.init("FS_IMMUTABLE_FL", 0x10), .init("FS_APPEND_FL", 0x20)]
    case .clock:  // <linux/timex.h>
      [
        .init("ADJ_OFFSET", 0x1),
        .init("ADJ_FREQUENCY", 0x2),
        .init("ADJ_MAXERROR", 0x4),
        .init("ADJ_ESTERROR", 0x8),
        .init("ADJ_STATUS", 0x10),
        .init("ADJ_TIMECONST", 0x20),
        .init("ADJ_TAI", 0x80),
        .init("ADJ_SETOFFSET", 0x100),
        .init("ADJ_MICRO", 0x1000),
        .init("ADJ_NANO", 0x2000),
        .init("ADJ_TICK", 0x4000),
      ]
    case .ioctl:  // <sys/ioctl.h>, <linux/fs.h>, <linux/sockios.h>, <linux/if_tun.h>
      [
        .init("TCGETS", 0x5401, mask: 0xFFFF_FFFF),
        .init("TCSETS", 0x5402, mask: 0xFFFF_FFFF),
        .init("TIOCSCTTY", 0x540e, mask: 0xFFFF_FFFF),
        .init("TIOCSTI", 0x5412, mask: 0xFFFF_FFFF),
        .init("TIOCGWINSZ", 0x5413, mask: 0xFFFF_FFFF),
        .init("TIOCSWINSZ", 0x5414, mask: 0xFFFF_FFFF),
        .init("TIOCLINUX", 0x541c, mask: 0xFFFF_FFFF),
        .init("TIOCCONS", 0x541d, mask: 0xFFFF_FFFF),
        .init("TIOCNOTTY", 0x5422, mask: 0xFFFF_FFFF),
        .init("FIONREAD", 0x541b, mask: 0xFFFF_FFFF),
        .init("FIONBIO", 0x5421, mask: 0xFFFF_FFFF),
        .init("FIOCLEX", 0x5451, mask: 0xFFFF_FFFF),
        .init("FS_IOC_GETFLAGS", 0x80086601, mask: 0xFFFF_FFFF),
        .init("FS_IOC_SETFLAGS", 0x40086602, mask: 0xFFFF_FFFF),
        .init("FS_IOC_FSSETXATTR", 0x401c5820, mask: 0xFFFF_FFFF),
        .init("FICLONE", 0x40049409, mask: 0xFFFF_FFFF),
        .init("FIFREEZE", 0xc0045877, mask: 0xFFFF_FFFF),
        .init("BLKRRPART", 0x125f, mask: 0xFFFF_FFFF),
        .init("SIOCGIFFLAGS", 0x8913, mask: 0xFFFF_FFFF),
        .init("SIOCSIFFLAGS", 0x8914, mask: 0xFFFF_FFFF),
        .init("SIOCSIFADDR", 0x8916, mask: 0xFFFF_FFFF),
        .init("SIOCADDRT", 0x890b, mask: 0xFFFF_FFFF),
        .init("SIOCDELRT", 0x890c, mask: 0xFFFF_FFFF),
        .init("TUNSETIFF", 0x400454ca, mask: 0xFFFF_FFFF),
      ]
    case .socketLevel:  // <sys/socket.h>, <netinet/in.h>, <linux/socket.h>
      [
        .init("SOL_SOCKET", 0x1, mask: 0xFFFF_FFFF),
        .init("SOL_IP", 0x0, mask: 0xFFFF_FFFF),
        .init("SOL_TCP", 0x6, mask: 0xFFFF_FFFF),
        .init("SOL_UDP", 0x11, mask: 0xFFFF_FFFF),
        .init("SOL_IPV6", 0x29, mask: 0xFFFF_FFFF),
        .init("SOL_RAW", 0xff, mask: 0xFFFF_FFFF),
        .init("SOL_PACKET", 0x107, mask: 0xFFFF_FFFF),
        .init("SOL_NETLINK", 0x10e, mask: 0xFFFF_FFFF),
        .init("SOL_ALG", 0x117, mask: 0xFFFF_FFFF),
        .init("SOL_TLS", 0x11a, mask: 0xFFFF_FFFF),
      ]
    case .shutdown:  // <sys/socket.h>
      [
        .init("SHUT_RD", 0x0, mask: 0xFFFF_FFFF),
        .init("SHUT_WR", 0x1, mask: 0xFFFF_FFFF),
        .init("SHUT_RDWR", 0x2, mask: 0xFFFF_FFFF),
      ]
    case .advice:  // <sys/mman.h>
      [
        .init("MADV_NORMAL", 0x0, mask: 0xFFFF_FFFF),
        .init("MADV_RANDOM", 0x1, mask: 0xFFFF_FFFF),
        .init("MADV_SEQUENTIAL", 0x2, mask: 0xFFFF_FFFF),
        .init("MADV_WILLNEED", 0x3, mask: 0xFFFF_FFFF),
        .init("MADV_DONTNEED", 0x4, mask: 0xFFFF_FFFF),
        .init("MADV_FREE", 0x8, mask: 0xFFFF_FFFF),
        .init("MADV_REMOVE", 0x9, mask: 0xFFFF_FFFF),
        .init("MADV_DONTFORK", 0xa, mask: 0xFFFF_FFFF),
        .init("MADV_DOFORK", 0xb, mask: 0xFFFF_FFFF),
        .init("MADV_MERGEABLE", 0xc, mask: 0xFFFF_FFFF),
        .init("MADV_UNMERGEABLE", 0xd, mask: 0xFFFF_FFFF),
        .init("MADV_HUGEPAGE", 0xe, mask: 0xFFFF_FFFF),
        .init("MADV_NOHUGEPAGE", 0xf, mask: 0xFFFF_FFFF),
        .init("MADV_DONTDUMP", 0x10, mask: 0xFFFF_FFFF),
        .init("MADV_DODUMP", 0x11, mask: 0xFFFF_FFFF),
        .init("MADV_WIPEONFORK", 0x12, mask: 0xFFFF_FFFF),
        .init("MADV_KEEPONFORK", 0x13, mask: 0xFFFF_FFFF),
        .init("MADV_COLD", 0x14, mask: 0xFFFF_FFFF),
        .init("MADV_PAGEOUT", 0x15, mask: 0xFFFF_FFFF),
        .init("MADV_POPULATE_READ", 0x16, mask: 0xFFFF_FFFF),
        .init("MADV_POPULATE_WRITE", 0x17, mask: 0xFFFF_FFFF),
      ]
    case .keyctl:  // <linux/keyctl.h>
      [
        .init("KEYCTL_GET_KEYRING_ID", 0x0, mask: 0xFFFF_FFFF),
        .init("KEYCTL_JOIN_SESSION_KEYRING", 0x1, mask: 0xFFFF_FFFF),
        .init("KEYCTL_UPDATE", 0x2, mask: 0xFFFF_FFFF),
        .init("KEYCTL_REVOKE", 0x3, mask: 0xFFFF_FFFF),
        .init("KEYCTL_CHOWN", 0x4, mask: 0xFFFF_FFFF),
        .init("KEYCTL_SETPERM", 0x5, mask: 0xFFFF_FFFF),
        .init("KEYCTL_DESCRIBE", 0x6, mask: 0xFFFF_FFFF),
        .init("KEYCTL_CLEAR", 0x7, mask: 0xFFFF_FFFF),
        .init("KEYCTL_LINK", 0x8, mask: 0xFFFF_FFFF),
        .init("KEYCTL_UNLINK", 0x9, mask: 0xFFFF_FFFF),
        .init("KEYCTL_SEARCH", 0xa, mask: 0xFFFF_FFFF),
        .init("KEYCTL_READ", 0xb, mask: 0xFFFF_FFFF),
        .init("KEYCTL_INSTANTIATE", 0xc, mask: 0xFFFF_FFFF),
        .init("KEYCTL_NEGATE", 0xd, mask: 0xFFFF_FFFF),
        .init("KEYCTL_SET_REQKEY_KEYRING", 0xe, mask: 0xFFFF_FFFF),
        .init("KEYCTL_SET_TIMEOUT", 0xf, mask: 0xFFFF_FFFF),
        .init("KEYCTL_ASSUME_AUTHORITY", 0x10, mask: 0xFFFF_FFFF),
        .init("KEYCTL_GET_SECURITY", 0x11, mask: 0xFFFF_FFFF),
        .init("KEYCTL_SESSION_TO_PARENT", 0x12, mask: 0xFFFF_FFFF),
        .init("KEYCTL_REJECT", 0x13, mask: 0xFFFF_FFFF),
        .init("KEYCTL_INSTANTIATE_IOV", 0x14, mask: 0xFFFF_FFFF),
        .init("KEYCTL_INVALIDATE", 0x15, mask: 0xFFFF_FFFF),
        .init("KEYCTL_GET_PERSISTENT", 0x16, mask: 0xFFFF_FFFF),
      ]
    case .bpf:  // <linux/bpf.h>
      [
        .init("BPF_MAP_CREATE", 0x0, mask: 0xFFFF_FFFF),
        .init("BPF_MAP_LOOKUP_ELEM", 0x1, mask: 0xFFFF_FFFF),
        .init("BPF_MAP_UPDATE_ELEM", 0x2, mask: 0xFFFF_FFFF),
        .init("BPF_MAP_DELETE_ELEM", 0x3, mask: 0xFFFF_FFFF),
        .init("BPF_MAP_GET_NEXT_KEY", 0x4, mask: 0xFFFF_FFFF),
        .init("BPF_PROG_LOAD", 0x5, mask: 0xFFFF_FFFF),
        .init("BPF_OBJ_PIN", 0x6, mask: 0xFFFF_FFFF),
        .init("BPF_OBJ_GET", 0x7, mask: 0xFFFF_FFFF),
        .init("BPF_PROG_ATTACH", 0x8, mask: 0xFFFF_FFFF),
        .init("BPF_PROG_DETACH", 0x9, mask: 0xFFFF_FFFF),
        .init("BPF_PROG_TEST_RUN", 0xa, mask: 0xFFFF_FFFF),
        .init("BPF_RAW_TRACEPOINT_OPEN", 0x11, mask: 0xFFFF_FFFF),
        .init("BPF_BTF_LOAD", 0x12, mask: 0xFFFF_FFFF),
        .init("BPF_LINK_CREATE", 0x1c, mask: 0xFFFF_FFFF),
      ]
    case .resource:  // <sys/resource.h>
      [
        .init("RLIMIT_CPU", 0x0, mask: 0xFFFF_FFFF),
        .init("RLIMIT_FSIZE", 0x1, mask: 0xFFFF_FFFF),
        .init("RLIMIT_DATA", 0x2, mask: 0xFFFF_FFFF),
        .init("RLIMIT_STACK", 0x3, mask: 0xFFFF_FFFF),
        .init("RLIMIT_CORE", 0x4, mask: 0xFFFF_FFFF),
        .init("RLIMIT_RSS", 0x5, mask: 0xFFFF_FFFF),
        .init("RLIMIT_NPROC", 0x6, mask: 0xFFFF_FFFF),
        .init("RLIMIT_NOFILE", 0x7, mask: 0xFFFF_FFFF),
        .init("RLIMIT_MEMLOCK", 0x8, mask: 0xFFFF_FFFF),
        .init("RLIMIT_AS", 0x9, mask: 0xFFFF_FFFF),
        .init("RLIMIT_LOCKS", 0xa, mask: 0xFFFF_FFFF),
        .init("RLIMIT_SIGPENDING", 0xb, mask: 0xFFFF_FFFF),
        .init("RLIMIT_MSGQUEUE", 0xc, mask: 0xFFFF_FFFF),
        .init("RLIMIT_NICE", 0xd, mask: 0xFFFF_FFFF),
        .init("RLIMIT_RTPRIO", 0xe, mask: 0xFFFF_FFFF),
        .init("RLIMIT_RTTIME", 0xf, mask: 0xFFFF_FFFF),
      ]
    case .scheduler:  // <linux/sched.h>
      [
        .init("SCHED_OTHER", 0x0, mask: 0xFFFF_FFFF),
        .init("SCHED_FIFO", 0x1, mask: 0xFFFF_FFFF),
        .init("SCHED_RR", 0x2, mask: 0xFFFF_FFFF),
        .init("SCHED_BATCH", 0x3, mask: 0xFFFF_FFFF),
        .init("SCHED_IDLE", 0x5, mask: 0xFFFF_FFFF),
        .init("SCHED_DEADLINE", 0x6, mask: 0xFFFF_FFFF),
      ]
    case .reboot:  // <linux/reboot.h>
      [
        .init("LINUX_REBOOT_CMD_RESTART", 0x1234567, mask: 0xFFFF_FFFF),
        .init("LINUX_REBOOT_CMD_HALT", 0xcdef0123, mask: 0xFFFF_FFFF),
        .init("LINUX_REBOOT_CMD_CAD_ON", 0x89abcdef, mask: 0xFFFF_FFFF),
        .init("LINUX_REBOOT_CMD_CAD_OFF", 0x0, mask: 0xFFFF_FFFF),
        .init("LINUX_REBOOT_CMD_POWER_OFF", 0x4321fedc, mask: 0xFFFF_FFFF),
        .init("LINUX_REBOOT_CMD_RESTART2", 0xa1b2c3d4, mask: 0xFFFF_FFFF),
        .init("LINUX_REBOOT_CMD_SW_SUSPEND", 0xd000fce2, mask: 0xFFFF_FFFF),
        .init("LINUX_REBOOT_CMD_KEXEC", 0x45584543, mask: 0xFFFF_FFFF),
      ]
    case .archPrctl:  // <asm/prctl.h>
      [
        .init("ARCH_SET_GS", 0x1001, mask: 0xFFFF_FFFF),
        .init("ARCH_SET_FS", 0x1002, mask: 0xFFFF_FFFF),
        .init("ARCH_GET_FS", 0x1003, mask: 0xFFFF_FFFF),
        .init("ARCH_GET_GS", 0x1004, mask: 0xFFFF_FFFF),
        .init("ARCH_GET_CPUID", 0x1011, mask: 0xFFFF_FFFF),
        .init("ARCH_SET_CPUID", 0x1012, mask: 0xFFFF_FFFF),
      ]
    default: numbersDescribed
    }
  }
}
