/// The argument list of a family of syscalls, so that a table row refers to it by one name.
///
/// Argument lists in each row would slow compilation and start.
public enum Shape: UInt8, CaseIterable, Sendable {
  case opaque
  case descriptor, path, stat, lstat, newfstatat, statx, access, faccessat, faccessat2
  case readlink, readlinkat, getdents64
  case open, openat, openat2, creat, openByHandleAt, truncate, ftruncate
  case chmod, fchmod, fchmodat, fchmodat2, chown, lchown, fchown, fchownat
  case rename, renameat, renameat2, link, linkat, symlink, symlinkat
  case unlink, unlinkat, mkdir, mkdirat, mknod, mknodat, setxattr, lsetxattr
  case execve, execveat
  case socket, connect, sendto, sendmsg, sendmmsg, listen, accept
  case dup, dup2, dup3, fcntl
  case mmap, mprotect, pkeyMprotect, memfdCreate
  case ptrace, prctl, clone, clone3, unshare, setns, seccomp, kill, tgkill, tkill, personality
  case processVmReadv
  case setuid, setgid, setreuid, setregid, setresuid, setresgid
  case mount, umount2, pivotRoot, ioUringSetup, bpf, initModule, finitModule, deleteModule
  case readWrite, positioned, vectored, positionedVectored, fstat
  case lseek, munmap, brk, mremap, memoryRange
  case madvise, mlockall, shmget, shmat, shmctl
  case shmdt, sendfile, ioctl, pipe, pipe2
  case socketpair, setsockopt, recvfrom, recvmsg, recvmmsg
  case accept4, shutdown, socketName, wait4, waitid
  case exit, flock, getdents, umask, rlimit
  case prlimit64, setpgid, getsid, setgroups, setfsuid
  case setfsgid, capset, sigqueue, tgsigqueue, utime
  case futimesat, utimensat, scheduledProcess, setscheduler, affinity
  case schedAttributes, priority, modifyLdt, archPrctl, timePointer, adjtimex, clockAdjtime
  case clock, pathAlone, swapon, reboot, hostname
  case iopl, ioperm, quotactl, quotactlFD, descriptorAttribute
  case attribute, linkAttribute, attributes, linkAttributes, atAttribute
  case atAttributes, mqOpen, mqUnlink, kexecLoad, kexecFileLoad
  case addKey, requestKey, keyctl, inotifyAddWatch, splice
  case vmsplice, fallocate, perfEventOpen, fanotifyInit, fanotifyMark
  case nameToHandleAt, kcmp, userfaultfd, copyFileRange, pidfdSendSignal
  case ioUringEnter, ioUringRegister, openTree, moveMount, fsopen
  case fsconfig, fsmount, fspick, pidfdOpen, closeRange
  case pidfdGetfd, processMadvise, descriptorAlone, mountSetattr, landlockCreate
  case landlockAdd, landlockRestrict, memfdSecret
  /// Not a syscall: a signal and its sender; 0 for the kernel.
  case signalDelivery

  /// The arguments in register order; empty for syscalls without decoded arguments.
  public var arguments: [CallArgument] { Self.table[Int(rawValue)] }

  private static let table: [[CallArgument]] = allCases.map(\.described)

  private var described: [CallArgument] {
    switch self {
    case .opaque: []
    case .descriptor: [.init(.fd, .descriptor)]
    case .path: [.init(.path, .path)]
    case .stat: [.init(.path, .path), .init(.buf, .pointer)]
    case .lstat: [.init(.path, .pathNoFollow), .init(.buf, .pointer)]
    case .newfstatat:
      [.init(.dirfd, .directory), .init(.path, .path), .init(.buf, .pointer), Self.atFlags]
    case .statx: [.init(.dirfd, .directory), .init(.path, .path), Self.atFlags]
    case .access: [.init(.name, .path), .init(.mode, .int)]
    case .faccessat: [.init(.dirfd, .directory), .init(.name, .path), .init(.mode, .int)]
    case .faccessat2:
      [.init(.dirfd, .directory), .init(.name, .path), .init(.mode, .int), Self.atFlags]
    case .readlink: [.init(.path, .pathNoFollow)]
    case .readlinkat: [.init(.dirfd, .directory), .init(.path, .pathNoFollow)]
    case .getdents64: [.init(.fd, .descriptor)]
    case .open: [.init(.name, .path), Self.openFlags, Self.mode]
    case .openat: [.init(.dirfd, .directory), .init(.name, .path), Self.openFlags, Self.mode]
    case .openat2:
      [
        .init(.dirfd, .directory), .init(.name, .path), .init(.how, .openHow), .init(.size, .ulong),
        // The members of `struct open_how`, <linux/openat2.h>.
        .init(.flags, .member(.open, of: 2, offset: 0)),
        .init(.mode, .member(.mode, of: 2, offset: 8)),
        .init(.resolve, .member(.resolve, of: 2, offset: 16)),
      ]
    case .creat: [.init(.name, .path), Self.mode]
    case .openByHandleAt: [.init(.mountfd, .descriptor), .init(.handle, .pointer), Self.openFlags]
    case .truncate: [.init(.path, .path), .init(.length, .ulong)]
    case .ftruncate: [.init(.fd, .descriptor), .init(.length, .ulong)]
    case .chmod: [.init(.filename, .path), Self.mode]
    case .fchmod: [.init(.fd, .descriptor), Self.mode]
    case .fchmodat: [.init(.dirfd, .directory), .init(.filename, .path), Self.mode]
    case .fchmodat2: [.init(.dirfd, .directory), .init(.filename, .path), Self.mode, Self.atFlags]
    case .chown: [.init(.path, .path), .init(.owner, .id), .init(.group, .id)]
    case .lchown: [.init(.path, .pathNoFollow), .init(.owner, .id), .init(.group, .id)]
    case .fchown: [.init(.fd, .descriptor), .init(.owner, .id), .init(.group, .id)]
    case .fchownat:
      [
        .init(.dirfd, .directory), .init(.path, .path), .init(.owner, .id), .init(.group, .id),
        Self.atFlags,
      ]
    case .rename: [.init(.oldpath, .pathNoFollow), .init(.newpath, .pathNoFollow)]
    case .renameat: Self.twoDirectories
    case .renameat2: Self.twoDirectories + [.init(.flags, .flags(.rename))]
    case .link: [.init(.oldpath, .pathNoFollow), .init(.newpath, .pathNoFollow)]
    case .linkat: Self.twoDirectories + [Self.atFlags]
    case .symlink: [.init(.target, .text), .init(.linkpath, .pathNoFollow)]
    case .symlinkat:
      [.init(.target, .text), .init(.linkdirfd, .directory), .init(.linkpath, .pathNoFollow)]
    case .unlink: [.init(.path, .pathNoFollow)]
    case .unlinkat: [.init(.dirfd, .directory), .init(.name, .pathNoFollow), Self.atFlags]
    case .mkdir: [.init(.path, .pathNoFollow), Self.mode]
    case .mkdirat: [.init(.dirfd, .directory), .init(.path, .pathNoFollow), Self.mode]
    case .mknod: [.init(.path, .pathNoFollow), Self.mode, .init(.dev, .uint)]
    case .mknodat:
      [.init(.dirfd, .directory), .init(.path, .pathNoFollow), Self.mode, .init(.dev, .uint)]
    case .setxattr: [.init(.path, .path), .init(.name, .text)]
    case .lsetxattr: [.init(.path, .pathNoFollow), .init(.name, .text)]
    case .execve: [.init(.filename, .path), .init(.argv, .strings), .init(.envp, .strings)]
    case .execveat:
      [
        .init(.dirfd, .directory), .init(.filename, .path), .init(.argv, .strings),
        .init(.envp, .strings), Self.atFlags,
      ]
    case .socket:
      [
        .init(.domain, .enumeration(.addressFamily)), .init(.type, .flags(.socketType)),
        .init(.proto, .int),
      ]
    case .connect:
      [.init(.fd, .descriptor), .init(.addr, .socketAddress), .init(.addrlen, .uint)]
    case .sendto:
      [
        .init(.fd, .descriptor), .init(.buf, .pointer), .init(.size, .ulong),
        .init(.flags, .flags(.message)), .init(.addr, .socketAddress), .init(.addrlen, .uint),
      ]
    case .sendmsg:
      [.init(.fd, .descriptor), .init(.msg, .message), .init(.flags, .flags(.message))]
    case .sendmmsg:
      [
        .init(.fd, .descriptor), .init(.mmsg, .messages), .init(.vlen, .uint),
        .init(.flags, .flags(.message)),
      ]
    case .listen: [.init(.fd, .descriptor), .init(.backlog, .int)]
    case .accept: [.init(.fd, .descriptor), .init(.addr, .pointer), .init(.addrlen, .pointer)]
    case .dup: [.init(.oldfd, .descriptor)]
    case .dup2: [.init(.oldfd, .descriptor), .init(.newfd, .int)]
    case .dup3:
      [.init(.oldfd, .descriptor), .init(.newfd, .int), .init(.flags, .flags(.open))]
    case .fcntl:
      // A pointer for some commands; as a number, the kernel reads 32 bits.
      [.init(.fd, .descriptor), .init(.cmd, .enumeration(.fcntl)), .init(.arg2, .int)]
    case .mmap:
      [
        .init(.addr, .pointer), .init(.length, .ulong), .init(.prot, .flags(.protection)),
        .init(.flags, .flags(.mapping)), .init(.fd, .descriptor), .init(.offset, .ulong),
      ]
    case .mprotect: Self.protect
    case .pkeyMprotect: Self.protect + [.init(.pkey, .int)]
    case .memfdCreate: [.init(.name, .text), .init(.flags, .flags(.memfd))]
    case .ptrace:
      [
        .init(.request, .enumeration(.ptrace)), .init(.pid, .pid), .init(.addr, .pointer),
        .init(.data, .pointer),
      ]
    case .prctl:
      [
        .init(.option, .enumeration(.prctl)), .init(.arg2, .ulong), .init(.arg3, .ulong),
        .init(.arg4, .ulong), .init(.arg5, .ulong),
      ]
    case .clone: [.init(.flags, .flags(.clone))]
    case .clone3:
      // The flags come first in `struct clone_args`, <linux/sched.h>.
      [
        .init(.args, .cloneArguments), .init(.size, .ulong),
        .init(.flags, .member(.clone, of: 0, offset: 0)),
      ]
    case .unshare: [.init(.flags, .flags(.clone))]
    case .setns: [.init(.fd, .descriptor), .init(.nstype, .flags(.clone))]
    case .seccomp:
      [
        .init(.op, .enumeration(.seccomp)), .init(.flags, .flags(.seccompFilter)),
        .init(.args, .pointer),
      ]
    case .signalDelivery: [Self.signal, .init(.spid, .int)]
    case .kill: [.init(.pid, .pid), Self.signal]
    case .tgkill: [.init(.tgid, .pid), .init(.pid, .pid), Self.signal]
    case .tkill: [.init(.pid, .pid), Self.signal]
    case .personality: [.init(.value, .flags(.personality))]
    case .processVmReadv: [.init(.pid, .pid)]
    case .setuid: [.init(.uid, .id)]
    case .setgid: [.init(.gid, .id)]
    case .setreuid: [.init(.ruid, .id), .init(.euid, .id)]
    case .setregid: [.init(.rgid, .id), .init(.egid, .id)]
    case .setresuid: [.init(.ruid, .id), .init(.euid, .id), .init(.suid, .id)]
    case .setresgid: [.init(.rgid, .id), .init(.egid, .id), .init(.sgid, .id)]
    case .mount:
      [
        .init(.source, .text), .init(.dir, .path), .init(.type, .text),
        .init(.flags, .flags(.mount)), .init(.data, .pointer),
      ]
    case .umount2: [.init(.name, .path), .init(.flags, .flags(.unmount))]
    case .pivotRoot: [.init(.newpath, .path), .init(.oldpath, .path)]
    case .ioUringSetup: [.init(.size, .uint), .init(.args, .pointer)]
    case .bpf: [.init(.cmd, .enumeration(.bpf)), .init(.args, .pointer), .init(.size, .uint)]
    case .initModule: [.init(.img, .pointer), .init(.length, .ulong), .init(.uargs, .text)]
    case .finitModule: [.init(.fd, .descriptor), .init(.uargs, .text), .init(.flags, .int)]
    case .deleteModule: [.init(.name, .text), .init(.flags, .uint)]
    default: furtherArguments
    }
  }

  private static let openFlags = CallArgument(.flags, .flags(.open))
  private static let atFlags = CallArgument(.flags, .flags(.at))
  private static let mode = CallArgument(.mode, .flags(.mode))
  static let signal = CallArgument(.sig, .enumeration(.signal))
  private static let twoDirectories: [CallArgument] = [
    .init(.olddirfd, .directory), .init(.oldpath, .pathNoFollow),
    .init(.newdirfd, .directory), .init(.newpath, .pathNoFollow),
  ]
  private static let protect: [CallArgument] = [
    .init(.addr, .pointer), .init(.length, .ulong), .init(.prot, .flags(.protection)),
  ]
}
