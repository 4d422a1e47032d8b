/// Device and inode number: the identity of a file, independent of its names.
public struct FileIdentity: Hashable, Sendable {
  /// The device number.
  public let device: UInt64
  /// The inode number.
  public let inode: UInt64

  /// A file by device and inode number.
  public init(device: UInt64, inode: UInt64) {
    self.device = device
    self.inode = inode
  }
}

/// The identity and the attributes of a file, from `stat(2)`.
public struct FileStatus: Equatable, Sendable {
  /// The file itself.
  public let identity: FileIdentity
  /// Type and permission bits.
  public let mode: UInt32
  /// Number of hard links; 0 for a deleted file.
  public let links: UInt32
  /// The owner's user id.
  public let owner: UInt32
  /// The owning group's id.
  public let group: UInt32
  /// The size in bytes.
  public let size: Int64
  /// When the content was changed last: nanoseconds since 1970-01-01T00:00:00Z.
  public let changed: Int64

  /// Describes a file.
  ///
  /// - Parameters:
  ///   - mode: type and permission bits, as `st_mode`.
  ///   - changed: nanoseconds since 1970-01-01T00:00:00Z.
  public init(
    identity: FileIdentity, mode: UInt32, links: UInt32 = 1, owner: UInt32 = 0,
    group: UInt32 = 0, size: Int64 = 0, changed: Int64 = 0
  ) {
    self.identity = identity
    self.mode = mode
    self.links = links
    self.owner = owner
    self.group = group
    self.size = size
    self.changed = changed
  }

  /// Whether it is a regular file.
  public var isRegular: Bool { mode & 0o170000 == 0o100000 }
  /// Whether it is a terminal or another device of characters.
  public var isCharacterDevice: Bool { mode & 0o170000 == 0o020000 }
  /// Whether it is a directory.
  public var isDirectory: Bool { mode & 0o170000 == 0o040000 }
}
