// The arguments of rarely observed syscalls, named as in the manual pages.

extension Shape {
  var furtherArguments: [CallArgument] {
    switch self {
    case .readWrite: [.init(.fd, .descriptor), .init(.buf, .pointer), .init(.size, .ulong)]
    case .positioned:
      [
        .init(.fd, .descriptor), .init(.buf, .pointer), .init(.size, .ulong),
        .init(.offset, .ulong),
      ]
    case .vectored: [.init(.fd, .descriptor), .init(.iov, .pointer), .init(.iovcnt, .int)]
    case .positionedVectored:
      [
        .init(.fd, .descriptor), .init(.iov, .pointer), .init(.iovcnt, .int),
        .init(.offset, .ulong),
      ]
    case .fstat: [.init(.fd, .descriptor), .init(.buf, .pointer)]
    case .lseek: [.init(.fd, .descriptor), .init(.offset, .ulong), .init(.whence, .int)]
    case .munmap: [.init(.addr, .pointer), .init(.length, .ulong)]
    case .brk: [.init(.addr, .pointer)]
    case .mremap:
      [
        .init(.addr, .pointer), .init(.oldsize, .ulong), .init(.size, .ulong),
        .init(.flags, .flags(.remap)), .init(.newaddr, .pointer),
      ]
    case .memoryRange: [.init(.addr, .pointer), .init(.length, .ulong)]
    case .madvise:
      [.init(.addr, .pointer), .init(.length, .ulong), .init(.advice, .enumeration(.advice))]
    case .mlockall: [.init(.flags, .flags(.lockAll))]
    case .shmget: [.init(.key, .int), .init(.size, .ulong), .init(.flags, .flags(.mode))]
    case .shmat:
      [.init(.shmid, .int), .init(.addr, .pointer), .init(.flags, .flags(.sharedMemory))]
    case .shmctl: [.init(.shmid, .int), .init(.cmd, .int), .init(.buf, .pointer)]
    case .shmdt: [.init(.addr, .pointer)]
    case .sendfile:
      [.init(.fd, .descriptor), .init(.infd, .int), .init(.offset, .pointer), .init(.size, .ulong)]
    case .ioctl:
      [.init(.fd, .descriptor), .init(.request, .enumeration(.ioctl)), .init(.arg2, .pointer)]
    case .pipe: [.init(.fds, .pointer)]
    case .pipe2: [.init(.fds, .pointer), .init(.flags, .flags(.open))]
    case .socketpair:
      [
        .init(.domain, .enumeration(.addressFamily)), .init(.type, .flags(.socketType)),
        .init(.proto, .int), .init(.sv, .pointer),
      ]
    case .setsockopt:
      [
        .init(.fd, .descriptor), .init(.level, .enumeration(.socketLevel)), .init(.optname, .int),
        .init(.optval, .pointer), .init(.optlen, .ulong),
      ]
    case .recvfrom:
      [
        .init(.fd, .descriptor), .init(.buf, .pointer), .init(.size, .ulong),
        .init(.flags, .flags(.message)), .init(.addr, .pointer), .init(.addrlen, .pointer),
      ]
    case .recvmsg:
      [.init(.fd, .descriptor), .init(.msg, .pointer), .init(.flags, .flags(.message))]
    case .recvmmsg:
      [
        .init(.fd, .descriptor), .init(.mmsg, .pointer), .init(.vlen, .uint),
        .init(.flags, .flags(.message)),
      ]
    case .accept4:
      [
        .init(.fd, .descriptor), .init(.addr, .pointer), .init(.addrlen, .pointer),
        .init(.flags, .flags(.socketType)),
      ]
    case .shutdown: [.init(.fd, .descriptor), .init(.mode, .enumeration(.shutdown))]
    case .socketName: [.init(.fd, .descriptor), .init(.addr, .pointer), .init(.addrlen, .pointer)]
    case .wait4: [.init(.pid, .int), .init(.status, .pointer), .init(.options, .uint)]
    case .waitid:
      [.init(.idtype, .int), .init(.pid, .int), .init(.info, .pointer), .init(.options, .uint)]
    case .exit: [.init(.status, .int)]
    case .flock: [.init(.fd, .descriptor), .init(.op, .int)]
    case .getdents: [.init(.fd, .descriptor)]
    case .umask: [.init(.mode, .flags(.mode))]
    case .rlimit: [.init(.resource, .enumeration(.resource)), .init(.value, .pointer)]
    case .prlimit64:
      [
        .init(.pid, .pid), .init(.resource, .enumeration(.resource)), .init(.value, .pointer),
        .init(.oldvalue, .pointer),
      ]
    case .setpgid: [.init(.pid, .pid), .init(.pgid, .int)]
    case .getsid: [.init(.pid, .pid)]
    case .setgroups: [.init(.size, .int), .init(.list, .pointer)]
    case .setfsuid: [.init(.uid, .id)]
    case .setfsgid: [.init(.gid, .id)]
    case .capset: [.init(.header, .pointer), .init(.data, .pointer)]
    case .sigqueue: [.init(.pid, .pid), Self.signal, .init(.info, .pointer)]
    case .tgsigqueue:
      [.init(.tgid, .pid), .init(.tid, .int), Self.signal, .init(.info, .pointer)]
    case .utime: [.init(.path, .path), .init(.times, .pointer)]
    case .futimesat: [.init(.dirfd, .directory), .init(.path, .path), .init(.times, .pointer)]
    case .utimensat:
      [
        .init(.dirfd, .directory), .init(.path, .path), .init(.times, .pointer),
        .init(.flags, .flags(.at)),
      ]
    case .scheduledProcess: [.init(.pid, .pid)]
    case .setscheduler:
      [.init(.pid, .pid), .init(.policy, .enumeration(.scheduler)), .init(.param, .pointer)]
    case .affinity: [.init(.pid, .pid), .init(.size, .ulong), .init(.mask, .pointer)]
    case .schedAttributes: [.init(.pid, .pid), .init(.attr, .pointer)]
    case .priority: [.init(.which, .int), .init(.who, .int), .init(.value, .int)]
    case .modifyLdt: [.init(.`func`, .int), .init(.buf, .pointer), .init(.size, .ulong)]
    case .archPrctl: [.init(.option, .enumeration(.archPrctl)), .init(.addr, .pointer)]
    case .timePointer: [.init(.value, .pointer)]
    // `struct timex` begins with the modes, <linux/timex.h>.
    case .adjtimex: [.init(.value, .pointer), .init(.modes, .member(.clock, of: 0, offset: 0))]
    case .clockAdjtime:
      [
        .init(.clockid, .int), .init(.value, .pointer),
        .init(.modes, .member(.clock, of: 1, offset: 0)),
      ]
    case .clock: [.init(.clockid, .int), .init(.value, .pointer)]
    case .pathAlone: [.init(.path, .path)]
    case .swapon: [.init(.path, .path), .init(.flags, .uint)]
    case .reboot: [.init(.magic, .uint), .init(.magic2, .uint), .init(.cmd, .enumeration(.reboot))]
    case .hostname: [.init(.buf, .pointer), .init(.size, .ulong)]
    case .iopl: [.init(.level, .uint)]
    case .ioperm: [.init(.from, .ulong), .init(.size, .ulong), .init(.value, .int)]
    case .quotactl:
      [.init(.cmd, .uint), .init(.path, .path), .init(.id, .int), .init(.addr, .pointer)]
    case .quotactlFD:
      [.init(.fd, .descriptor), .init(.cmd, .uint), .init(.id, .int), .init(.addr, .pointer)]
    case .descriptorAttribute: [.init(.fd, .descriptor), .init(.name, .text)]
    case .attribute: [.init(.path, .path), .init(.name, .text)]
    case .linkAttribute: [.init(.path, .pathNoFollow), .init(.name, .text)]
    case .attributes: [.init(.path, .path)]
    case .linkAttributes: [.init(.path, .pathNoFollow)]
    case .atAttribute:
      [
        .init(.dirfd, .directory), .init(.path, .path), .init(.flags, .flags(.at)),
        .init(.name, .text),
      ]
    case .atAttributes:
      [.init(.dirfd, .directory), .init(.path, .path), .init(.flags, .flags(.at))]
    case .mqOpen: [.init(.name, .text), .init(.flags, .flags(.open)), .init(.mode, .flags(.mode))]
    case .mqUnlink: [.init(.name, .text)]
    case .kexecLoad:
      [
        .init(.addr, .pointer), .init(.size, .ulong), .init(.segments, .pointer),
        .init(.flags, .uint),
      ]
    case .kexecFileLoad: [.init(.fd, .descriptor), .init(.initrd, .int)]
    case .addKey:
      [
        .init(.type, .text), .init(.description, .text), .init(.data, .pointer),
        .init(.size, .ulong), .init(.keyring, .int),
      ]
    case .requestKey:
      [
        .init(.type, .text), .init(.description, .text), .init(.data, .pointer),
        .init(.keyring, .int),
      ]
    case .keyctl:
      [
        .init(.op, .enumeration(.keyctl)), .init(.arg2, .ulong), .init(.arg3, .ulong),
        .init(.arg4, .ulong), .init(.arg5, .ulong),
      ]
    case .inotifyAddWatch: [.init(.fd, .descriptor), .init(.path, .path), .init(.mask, .uint)]
    case .splice: [.init(.fd, .descriptor), .init(.offset, .pointer), .init(.outfd, .int)]
    case .vmsplice: [.init(.fd, .descriptor), .init(.iov, .pointer)]
    case .fallocate:
      [.init(.fd, .descriptor), .init(.op, .int), .init(.offset, .ulong), .init(.length, .ulong)]
    case .perfEventOpen:
      [
        .init(.attr, .pointer), .init(.pid, .pid), .init(.cpu, .int), .init(.groupfd, .int),
        .init(.flags, .uint),
      ]
    case .fanotifyInit: [.init(.flags, .uint), .init(.eventflags, .flags(.open))]
    case .fanotifyMark:
      [
        .init(.fd, .descriptor), .init(.flags, .uint), .init(.mask, .ulong),
        .init(.dirfd, .directory), .init(.path, .path),
      ]
    case .nameToHandleAt:
      [
        .init(.dirfd, .directory), .init(.path, .path), .init(.handle, .pointer),
        .init(.mountid, .pointer), .init(.flags, .flags(.at)),
      ]
    case .kcmp: [.init(.pid, .pid), .init(.pid2, .int), .init(.type, .int)]
    case .userfaultfd: [.init(.flags, .flags(.open))]
    case .copyFileRange: [.init(.fd, .descriptor), .init(.offset, .pointer), .init(.outfd, .int)]
    case .pidfdSendSignal:
      [.init(.fd, .descriptor), Self.signal, .init(.info, .pointer), .init(.flags, .uint)]
    case .ioUringEnter:
      [
        .init(.fd, .descriptor), .init(.submit, .uint), .init(.complete, .uint),
        .init(.flags, .uint),
      ]
    case .ioUringRegister:
      [.init(.fd, .descriptor), .init(.op, .uint), .init(.args, .pointer), .init(.size, .uint)]
    case .openTree: [.init(.dirfd, .directory), .init(.path, .path), .init(.flags, .flags(.at))]
    case .moveMount:
      [
        .init(.olddirfd, .directory), .init(.oldpath, .path), .init(.newdirfd, .directory),
        .init(.newpath, .path), .init(.flags, .uint),
      ]
    case .fsopen: [.init(.type, .text), .init(.flags, .uint)]
    case .fsconfig:
      [.init(.fd, .descriptor), .init(.cmd, .uint), .init(.name, .text), .init(.value, .pointer)]
    case .fsmount: [.init(.fd, .descriptor), .init(.flags, .uint), .init(.attributes, .uint)]
    case .fspick: [.init(.dirfd, .directory), .init(.path, .path), .init(.flags, .uint)]
    case .pidfdOpen: [.init(.pid, .pid), .init(.flags, .flags(.open))]
    case .closeRange: [.init(.first, .uint), .init(.last, .uint), .init(.flags, .uint)]
    case .pidfdGetfd: [.init(.fd, .descriptor), .init(.targetfd, .int), .init(.flags, .uint)]
    case .processMadvise:
      [
        .init(.fd, .descriptor), .init(.iov, .pointer), .init(.iovcnt, .ulong),
        .init(.advice, .enumeration(.advice)),
      ]
    case .descriptorAlone: [.init(.fd, .descriptor)]
    case .mountSetattr:
      [
        .init(.dirfd, .directory), .init(.path, .path), .init(.flags, .flags(.at)),
        .init(.attr, .pointer), .init(.size, .ulong),
      ]
    case .landlockCreate: [.init(.attr, .pointer), .init(.size, .ulong), .init(.flags, .uint)]
    case .landlockAdd:
      [.init(.fd, .descriptor), .init(.type, .int), .init(.attr, .pointer), .init(.flags, .uint)]
    case .landlockRestrict: [.init(.fd, .descriptor), .init(.flags, .uint)]
    case .memfdSecret: [.init(.flags, .flags(.open))]
    default: []
    }
  }
}
