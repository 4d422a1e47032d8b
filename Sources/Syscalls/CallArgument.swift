/// The type of a syscall argument.
public enum ArgumentKind: Equatable, Sendable {
  /// A C `int`: the kernel reads the low 32 bits, signed.
  case int
  /// A C `unsigned int`: the kernel reads the low 32 bits.
  case uint
  /// A 64-bit quantity: a length, an offset.
  case ulong
  /// An address in the caller's memory that is not dereferenced.
  case pointer
  /// A file descriptor.
  case descriptor
  /// A directory descriptor (or `AT_FDCWD`), the base of the next path.
  case directory
  /// A path; a final symbolic link is followed.
  case path
  /// A path; a final symbolic link is not followed.
  case pathNoFollow
  /// A NUL-terminated string that is not a path.
  case text
  /// A NULL-terminated array of strings: an argument vector or an environment.
  case strings
  /// A `struct sockaddr`; its length is the next argument.
  case socketAddress
  /// A `struct msghdr`.
  case message
  /// An array of `struct mmsghdr`; its length is the next argument.
  case messages
  /// A `struct open_how`; its size is the next argument.
  case openHow
  /// A `struct clone_args`; its size is the next argument.
  case cloneArguments
  /// Named flags in 64 bits of a structure that another argument points to, not in a register.
  case member(FlagFamily, of: Int, offset: Int)
  /// Named flags.
  case flags(FlagFamily)
  /// A named value.
  case enumeration(FlagFamily)
  /// A process or thread id, in the caller's pid namespace.
  case pid
  /// A user or group id; all ones means "no change".
  case id

  /// Whether the kernel reads only the low 32 bits, so that a filter must mask the rest.
  ///
  /// A test of all 64 bits would miss `dup2(1, 1 << 32)`, which the kernel reads as `dup2(1, 0)`.
  public var is32Bit: Bool {
    switch self {
    case .int, .uint, .descriptor, .directory, .pid, .id: true
    case .flags(let family), .enumeration(let family): !family.is64Bit
    default: false
    }
  }

  /// Whether the register contains the value, so that a seccomp filter can test it.
  public var isScalar: Bool {
    switch self {
    case .int, .uint, .ulong, .pointer, .descriptor, .directory, .flags, .enumeration, .pid, .id:
      true
    default: false
    }
  }
}

/// The name of an argument in `evt.arg.NAME`; Falco's where Falco has the argument.
public enum ArgumentName: String, CaseIterable, Sendable {
  case addr, addrlen, args, argv, arg2, arg3, arg4, arg5, backlog, buf, cmd, data, dev, dir, dirfd
  case domain, envp, fd, filename, flags, gid, egid, sgid, rgid, handle, how, img, length
  case linkdirfd, linkpath, mmsg, mode, mountfd, msg, name, newdirfd, newfd, newpath, nstype
  case offset, olddirfd, oldfd, oldpath, op, option, owner, group, path, pid, pkey, proto, prot
  case request, sig, size, source, target, tgid, tid, type, spid, uargs, euid, suid, ruid, uid,
    value
  case vlen
  case advice, attr, attributes, clockid, complete, cpu, description, eventflags, fds
  case first, from, `func`, groupfd, header, id, idtype, infd, info
  case initrd, iov, iovcnt, key, keyring, last, level, list, magic
  case magic2, mask, modes, mountid, newaddr, oldsize, oldvalue, options, optlen, optname
  case optval, outfd, param, pgid, pid2, policy, resolve, resource, segments
  case shmid, status, submit, sv, targetfd, times, whence, which, who
}

/// An argument of a syscall.
public struct CallArgument: Equatable, Sendable {
  /// Its name.
  public let name: ArgumentName
  /// The type.
  public let kind: ArgumentKind

  init(_ name: ArgumentName, _ kind: ArgumentKind) {
    self.name = name
    self.kind = kind
  }
}
