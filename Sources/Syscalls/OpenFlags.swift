/// The flags of `open(2)` and of the calls like it, as Linux on x86-64 numbers them.
public struct OpenFlags: OptionSet, Sendable, BitwiseCopyable {
  /// The bits.
  public let rawValue: UInt64

  /// Flags by their bits.
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// `O_WRONLY`.
  public static let writeOnly = OpenFlags(rawValue: 0o1)
  /// `O_RDWR`.
  public static let readWrite = OpenFlags(rawValue: 0o2)
  /// `O_CREAT`.
  public static let create = OpenFlags(rawValue: 0o100)
  /// `O_EXCL`.
  public static let exclusive = OpenFlags(rawValue: 0o200)
  /// `O_TRUNC`.
  public static let truncate = OpenFlags(rawValue: 0o1000)
  /// `O_DIRECTORY`.
  public static let directory = OpenFlags(rawValue: 0o200000)
  /// `O_NOFOLLOW`.
  public static let noFollow = OpenFlags(rawValue: 0o400000)
  /// `O_PATH`.
  public static let path = OpenFlags(rawValue: 0o10000000)
  /// The bit of `O_TMPFILE` that is not `O_DIRECTORY`.
  public static let temporaryFile = OpenFlags(rawValue: 0o20000000)

  /// The flags of `creat(2)`.
  public static let creat: OpenFlags = [.create, .writeOnly, .truncate]
  /// The flags of which each alone says that the call may write.
  public static let writing: [OpenFlags] = [.writeOnly, .readWrite, .create, .truncate]

  /// The access mode: 0 to read, 1 to write, 2 for both, 3 for neither; `O_ACCMODE`.
  public var accessMode: UInt64 { rawValue & 0o3 }
  /// Whether the access mode is another than to read.
  public var requestsWrite: Bool { accessMode != 0 }
  /// Whether the call may write to the file, empty it or create it.
  public var mayWrite: Bool { requestsWrite || !isDisjoint(with: [.create, .truncate]) }
  /// Whether the call may create a file, so that its mode argument counts.
  public var mayCreate: Bool { !isDisjoint(with: [.create, .temporaryFile]) }
  /// Whether what the call opens can be read: neither write-only, nor `O_PATH`, nor a directory.
  public var mayRead: Bool { isDisjoint(with: [.writeOnly, .path, .directory]) }
}

/// Flags of `clone(2)` and `unshare(2)`; `<linux/sched.h>`.
public enum CloneFlags {
  /// `CLONE_NEWNS`: a mount namespace of its own.
  public static let newMountNamespace: UInt64 = 0x2_0000
  /// `CLONE_UNTRACED`: no tracer may follow the child.
  public static let untraced: UInt64 = 0x80_0000
}

/// Protection bits of `mmap(2)` and `mprotect(2)`.
public enum Protection {
  /// `PROT_READ`.
  public static let read: UInt64 = 1
  /// `PROT_WRITE`.
  public static let write: UInt64 = 2
  /// `PROT_EXEC`.
  public static let execute: UInt64 = 4
}

/// Address families of `socket(2)`; `<bits/socket.h>`.
public enum SocketFamily {
  /// `AF_UNIX`.
  public static let unix: Int32 = 1
  /// `AF_INET`.
  public static let ipv4: Int32 = 2
  /// `AF_INET6`.
  public static let ipv6: Int32 = 10
  /// `AF_NETLINK`.
  public static let netlink: Int32 = 16
}

/// Types of sockets; `<bits/socket_type.h>`.
public enum SocketType {
  /// `SOCK_STREAM`.
  public static let stream: Int32 = 1
  /// `SOCK_DGRAM`.
  public static let datagram: Int32 = 2
  /// `SOCK_RAW`.
  public static let raw: Int32 = 3
}
