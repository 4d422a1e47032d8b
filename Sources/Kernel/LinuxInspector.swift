public import Decoding
public import Events
internal import CTrace
internal import Glibc
public import Syscalls

/// Reads a process's facts from `/proc`, and files in that process's view.
///
/// It reads the kernel's own state while the thread is stopped, so dftrace needs no shadow copy.
public struct LinuxInspector: ProcessInspecting {
  /// An inspector of the running kernel.
  public init() {}

  /// The target of a symbolic link; nil when unreadable.
  ///
  /// The corresponding Linux call is `readlink(2)`.
  public func link(_ path: String) -> [UInt8]? {
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4097) { buffer in
      guard let base = buffer.baseAddress else { return nil }
      let length = unsafe dft_readlink(path, base, buffer.count)
      if length == -Int(ENAMETOOLONG) { return longLink(path) }
      guard length >= 0 else { return nil }
      return unsafe buffer.prefix(length).map { UInt8(bitPattern: $0) }
    }
  }

  /// Appends the link of a thread's descriptor or working directory.
  ///
  /// - Parameter number: the descriptor, not negative; nil for the working directory.
  /// - Returns: whether the link was readable; otherwise the buffer is unchanged.
  ///
  /// The corresponding Linux call is `readlink(2)`.
  public func appendLink(
    ofDescriptor number: Int32?, of id: ThreadID, to buffer: inout [UInt8]
  ) -> Bool {
    if let number, number < 0 { return false }
    let length = unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1024) { text in
      guard let base = text.baseAddress else { return -1 }
      let length = unsafe dft_task_link(id.rawValue, number ?? -1, base, text.count)
      if length > 0, length < text.count {
        buffer.reserveCapacity(buffer.count + length)
        for index in 0..<length { unsafe buffer.append(UInt8(bitPattern: text[index])) }
      }
      return length
    }
    guard length == 1024 || length == -Int(ENAMETOOLONG) else { return length >= 0 }
    // Longer than most.
    let name = number.map { "fd/\($0)" } ?? "cwd"
    guard let link = link("/proc/\(id.rawValue)/\(name)") else { return false }
    buffer += link
    return true
  }

  /// The file behind a thread's descriptor; nil for a closed descriptor.
  ///
  /// The corresponding Linux call is `stat(2)`.
  public func status(ofDescriptor number: Int32, of id: ThreadID) -> FileStatus? {
    var file = dft_file()
    guard number >= 0, unsafe dft_stat_descriptor(id.rawValue, number, &file) >= 0 else {
      return nil
    }
    return FileStatus(file)
  }

  /// Whether a path names a symbolic link, in dftrace's own view; links in its directories are
  /// followed.
  ///
  /// The corresponding Linux call is `readlink(2)`.
  public func isLink(_ path: [UInt8]) -> Bool {
    unsafe withName(path) { name in
      var byte: CChar = 0
      let length = unsafe dft_readlink(name, &byte, 1)
      // EINVAL means no symbolic link. Any other error requires a full resolution.
      return length == -Int(EINVAL) || length == -Int(ENOENT) ? 0 : 1
    } == 1
  }

  /// The root directory of a thread.
  public func root(of id: ThreadID) -> [UInt8]? { link("/proc/\(id.rawValue)/root") }

  /// The executable of a process.
  public func executable(of id: ProcessID) -> [UInt8]? { link("/proc/\(id.rawValue)/exe") }

  /// The first bytes of a process's file in `/proc`, such as `cmdline` or `status`.
  public func text(_ name: String, of id: ThreadID, limit: Int) -> [UInt8]? {
    contents("/proc/\(id.rawValue)/\(name)", limit: limit)
  }

  /// Whether a process has memory, from `statm`, which is world-readable; proc(5). Exiting
  /// processes and zombies have none.
  func hasMemory(_ id: ThreadID) -> Bool {
    guard let sizes = text("statm", of: id, limit: 64) else { return false }
    return sizes.first != UInt8(ascii: "0")
  }

  /// A process's mappings, `/proc/PID/maps`; a few megabytes at most.
  public func maps(of id: ProcessID) -> [UInt8]? {
    // The kernel returns one page per read, so a short read is not the end.
    contents("/proc/\(id.rawValue)/maps", limit: 8 << 20, isGivenInPieces: true)
  }

  /// The first bytes of a file; nil when unreadable.
  public func contents(_ path: String, limit: Int) -> [UInt8]? {
    contents(path, limit: limit, isGivenInPieces: false)
  }

  /// The first bytes of a file; nil when unreadable.
  ///
  /// - Parameter isGivenInPieces: whether a short read may precede the end of the file.
  func contents(
    _ path: String, limit: Int, isGivenInPieces: Bool
  ) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var wanted = min(limit, 4096)
    while bytes.count < limit {
      let start = bytes.count
      let asked = min(wanted, limit - start)
      bytes.append(contentsOf: repeatElement(0, count: asked))
      let got = unsafe bytes.withUnsafeMutableBytes { buffer -> Int in
        guard let base = buffer.baseAddress else { return -1 }
        return unsafe Glibc.read(descriptor, base + start, buffer.count - start)
      }
      bytes.removeLast(bytes.count - start - max(0, got))
      guard got >= 0 else { return nil }
      guard got == asked || got > 0 && isGivenInPieces else { break }
      wanted = min(2 * wanted, 1 << 20)
    }
    return bytes
  }

  /// The status of a path in dftrace's own view; nil when the file does not exist.
  ///
  /// The corresponding Linux call is `stat(2)`, or `lstat(2)` when links are not followed.
  public func status(_ path: String, followingLink: Bool) -> FileStatus? {
    var file = dft_file()
    guard unsafe dft_stat(path, followingLink, &file) >= 0 else { return nil }
    return FileStatus(file)
  }

  /// The status of a path of any bytes in dftrace's own view; nil when the file does not exist.
  ///
  /// The corresponding Linux call is `stat(2)`, or `lstat(2)` when links are not followed.
  public func status(_ path: [UInt8], followingLink: Bool) -> FileStatus? {
    if path.count > Self.longestPath { return longStatus(path, followingLink: followingLink) }
    var file = dft_file()
    let found = unsafe withName(path) { unsafe dft_stat($0, followingLink, &file) }
    return found >= 0 ? FileStatus(file) : nil
  }

  /// When the file of a path was created, in dftrace's own view: nanoseconds since 1970; nil where
  /// the file system does not record it, and for a path of more than 4,095 bytes.
  ///
  /// The corresponding Linux call is `statx(2)`.
  public func birth(of path: [UInt8]) -> Int64? {
    guard path.count <= Self.longestPath else { return nil }
    var time: Int64 = 0
    let result = unsafe withName(path) { unsafe dft_birth($0, &time) }
    return result == 0 ? time : nil
  }

  /// Whether a path has no symbolic link up to its end or its first missing component.
  ///
  /// The kernel's name then equals the path's text, in dftrace's own view.
  ///
  /// - Parameter followingLink: whether a symbolic link at the path's end would be followed.
  ///
  /// The corresponding Linux call is `openat2(2)` with `RESOLVE_NO_SYMLINKS`, since Linux 5.6;
  /// earlier kernels return false.
  public func isPlain(_ path: [UInt8], followingLink: Bool) -> Bool {
    let answer = unsafe withName(path) { unsafe dft_look_up_plain($0, followingLink) }
    return answer == 0 || answer == -ENOENT
  }

  func withName(
    _ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Int32
  ) -> Int32 {
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: path.count + 1) { buffer in
      for index in path.indices { unsafe buffer[index] = CChar(bitPattern: path[index]) }
      unsafe buffer[path.count] = 0
      guard let base = buffer.baseAddress else { return -EINVAL }
      return unsafe body(base)
    }
  }

  /// The kernel's name of a path, and the file, relative to a process's root.
  ///
  /// - Parameters:
  ///   - path: an absolute path without NUL bytes.
  ///   - id: the process; nil when its root is dftrace's own, which is faster.
  ///   - followingLink: whether a symbolic link at the path's end is followed.
  /// - Throws: the error of the lookup; `ERANGE` when the file exists but its name exceeds the
  ///   capacity.
  ///
  /// The corresponding Linux call is `openat2(2)` with `RESOLVE_IN_ROOT`, since Linux 5.6.
  public func resolve(
    _ path: [UInt8], of id: ThreadID?, followingLink: Bool
  ) throws(Errno) -> (name: [UInt8], status: FileStatus) {
    var file = dft_file()
    let name = path.map { CChar(bitPattern: $0) } + [0]
    var answer = 0
    let text = unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4352) {
      buffer -> [UInt8] in
      unsafe name.withUnsafeBufferPointer { name in
        guard let base = buffer.baseAddress, let first = name.baseAddress else { return }
        answer = unsafe dft_resolve(
          id?.rawValue ?? 0, first, followingLink, base, buffer.count, &file)
      }
      return unsafe buffer.prefix(max(0, answer)).map { UInt8(bitPattern: $0) }
    }
    if answer == -Int(ENAMETOOLONG) {
      return try resolveLong(path, of: id, followingLink: followingLink)
    }
    _ = try Errno.check(answer)
    return (text, FileStatus(file))
  }

  /// The kind of a process's socket; nil for other descriptors, or when the copy fails.
  ///
  /// The corresponding Linux calls are `pidfd_getfd(2)`, since Linux 5.6, `getsockopt(2)` and
  /// `getsockname(2)`.
  public func socket(_ descriptor: Int32, of process: ProcessID) -> SocketFacts? {
    var facts = dft_socket()
    guard unsafe dft_socket_facts(process.rawValue, descriptor, &facts) >= 0 else { return nil }
    return SocketFacts(
      domain: facts.domain, type: facts.type, proto: facts.protocol,
      local: unsafe withUnsafeBytes(of: facts.local) {
        unsafe Array($0.prefix(Int(facts.local_length)))
      })
  }
}

extension FileStatus {
  init(_ file: dft_file) {
    self.init(
      identity: FileIdentity(device: file.device, inode: file.inode), mode: file.mode,
      links: file.links, owner: file.uid, group: file.gid, size: file.size, changed: file.changed)
  }
}
