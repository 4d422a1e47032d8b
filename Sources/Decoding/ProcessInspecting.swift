public import Events
public import Syscalls

/// Access to traced processes and their files: `/proc`, descriptors, paths.
///
/// The kernel answers in a run, and tables in a test. The traced thread is held during a question,
/// so that dftrace asks for the truth and shadows nothing.
public protocol ProcessInspecting: Sendable {
  /// The target of a symbolic link in dftrace's own view; nil when it can't be read.
  func link(_ path: String) -> [UInt8]?
  /// Appends what a descriptor of a thread refers to, or the thread's working directory.
  ///
  /// - Parameter number: the descriptor, not negative; nil for the working directory.
  /// - Returns: whether it could be read; otherwise the buffer is unchanged.
  func appendLink(
    ofDescriptor number: Int32?, of id: ThreadID, to buffer: inout [UInt8]
  ) -> Bool
  /// The file behind a descriptor of a thread; nil when the descriptor is not open.
  func status(ofDescriptor number: Int32, of id: ThreadID) -> FileStatus?
  /// Whether a path names a symbolic link, in dftrace's own view; links on the way are followed.
  func isLink(_ path: [UInt8]) -> Bool
  /// The root directory of a thread.
  func root(of id: ThreadID) -> [UInt8]?
  /// The file that a process executes, as `/proc/PID/exe` shows it.
  func executable(of id: ProcessID) -> [UInt8]?
  /// The first bytes of a text below `/proc/TID`, such as `cmdline` or `status`; nil when it can't
  /// be read.
  ///
  /// - Parameter limit: the most bytes to return.
  func text(_ name: String, of id: ThreadID, limit: Int) -> [UInt8]?
  /// A process's mappings, `/proc/PID/maps`; at most 8 MiB.
  func maps(of id: ProcessID) -> [UInt8]?
  /// The mapping that holds an address, without a look at the others.
  func mapping(at address: UInt64, of id: ProcessID) throws(MappingFailure) -> RawMapping
  /// The first bytes of a file in dftrace's own view; nil when it can't be read.
  ///
  /// - Parameter limit: the most bytes to return.
  func contents(_ path: String, limit: Int) -> [UInt8]?
  /// A regular file in dftrace's own view, to be read in pieces; nil when it can't be opened.
  func file(_ path: [UInt8]) -> (any ContentReading)?
  /// The names in a directory in dftrace's own view, sorted; none when it can't be read.
  func names(in directory: String) -> [String]
  /// The file that a path names in dftrace's own view; nil when no file is there.
  ///
  /// - Parameter followingLink: whether a symbolic link at the path's end is followed.
  func status(_ path: String, followingLink: Bool) -> FileStatus?
  /// The same for a path that need not be UTF-8 and may have any length.
  func status(_ path: [UInt8], followingLink: Bool) -> FileStatus?
  /// When the file that a path names was created: nanoseconds since 1970; nil where the file system
  /// does not record it. A symbolic link at the path's end is not followed.
  func birth(of path: [UInt8]) -> Int64?
  /// Whether a path goes through no symbolic link, up to its end or to where nothing is there, in
  /// dftrace's own view. The kernel's name of such a path is its own text.
  ///
  /// - Parameter followingLink: whether a symbolic link at the path's end would be followed.
  func isPlain(_ path: [UInt8], followingLink: Bool) -> Bool
  /// The resolved name and the file of a path, relative to a process's root directory.
  ///
  /// - Parameters:
  ///   - path: an absolute path without NUL bytes.
  ///   - id: the thread; nil when its root is dftrace's own, which is quicker.
  ///   - followingLink: whether a symbolic link at the path's end is followed.
  /// - Throws: the error of the look-up; `ERANGE` when the file is there and its name is too long.
  func resolve(
    _ path: [UInt8], of id: ThreadID?, followingLink: Bool
  ) throws(Errno) -> (name: [UInt8], status: FileStatus)
  /// The properties of a process's socket; nil when the descriptor is not a socket or cannot be
  /// copied.
  func socket(_ descriptor: Int32, of process: ProcessID) -> SocketFacts?
  /// The `struct sockaddr` of the other end of a socket; nil when it has none or can't be copied.
  func peer(_ descriptor: Int32, of process: ProcessID) -> [UInt8]?
  /// The process that a descriptor of a thread refers to (`pidfd_open(2)`); nil for any other.
  func processOfDescriptor(_ number: Int32, of id: ThreadID) -> ProcessID?
  /// Whether a file has file capabilities; `capabilities(7)`.
  func givesCapabilities(_ path: String) -> Bool
}

/// A mapping of a process's memory, as the kernel describes it.
public struct RawMapping: Sendable {
  /// The first address, and the one after the last.
  public let range: Range<UInt64>
  /// Offset in the file in bytes.
  public let offset: UInt64
  /// The file's inode; 0 without a file.
  public let inode: UInt64
  /// Readable 1, writable 2, executable 4, shared 8.
  public let protection: UInt32
  /// The file's path, with ` (deleted)` after it when the file has no name any more; the kernel's
  /// own name in brackets without a file; else empty.
  public let name: [UInt8]

  /// Describes a mapping.
  public init(
    range: Range<UInt64>, offset: UInt64, inode: UInt64, protection: UInt32, name: [UInt8]
  ) {
    self.range = range
    self.offset = offset
    self.inode = inode
    self.protection = protection
    self.name = name
  }
}

/// Why the kernel does not say what an address lies in.
public enum MappingFailure: Error {
  /// Nothing is mapped there.
  case nothingThere
  /// The kernel can't be asked for a single mapping, or this one has too long a name.
  case unanswered
}

extension ProcessInspecting {
  /// The target of a thread's descriptor, from `/proc/TID/fd/N`.
  public func descriptor(_ number: Int32, of id: ThreadID) -> [UInt8]? {
    var link: [UInt8] = []
    return appendLink(ofDescriptor: number, of: id, to: &link) ? link : nil
  }

  /// The working directory of a thread.
  public func workingDirectory(of id: ThreadID) -> [UInt8]? {
    var link: [UInt8] = []
    return appendLink(ofDescriptor: nil, of: id, to: &link) ? link : nil
  }

  /// The first 4,096 bytes of a text below `/proc/TID`.
  public func text(_ name: String, of id: ThreadID) -> [UInt8]? { text(name, of: id, limit: 4096) }

  /// The first bytes of a text below `/proc/PID`.
  public func text(_ name: String, of id: ProcessID, limit: Int = 4096) -> [UInt8]? {
    text(name, of: id.leader, limit: limit)
  }

  /// The file that a path names in dftrace's own view, with links followed.
  public func status(_ path: String) -> FileStatus? { status(path, followingLink: true) }

  /// The process that a thread belongs to; nil when the thread does not exist.
  public func process(of id: ThreadID) -> ProcessID? {
    let status = ProcTexts.status(text("status", of: id) ?? [])
    return status.process > 0 ? ProcessID(rawValue: status.process) : nil
  }
}
