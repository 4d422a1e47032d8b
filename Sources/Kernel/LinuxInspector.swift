public import Decoding
public import Events
internal import CTrace
internal import Glibc
public import Syscalls

/// What `/proc` tells of a process, and files as that process sees them.
///
/// The truth is asked for while the thread is held, so that nothing needs to be shadowed.
public struct LinuxInspector: ProcessInspecting {
  /// Asks the kernel.
  public init() {}

  /// The target of a symbolic link, or nil when it can't be read.
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

  /// Appends what a descriptor of a thread refers to, or its working directory.
  ///
  /// - Parameter number: the descriptor, not negative; nil for the working directory.
  /// - Returns: whether it could be read; the buffer is as it was otherwise.
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

  /// The file behind a descriptor of a thread; nil when there is none.
  ///
  /// The corresponding Linux call is `stat(2)`.
  public func status(ofDescriptor number: Int32, of id: ThreadID) -> FileStatus? {
    var file = dft_file()
    guard number >= 0, unsafe dft_stat_descriptor(id.rawValue, number, &file) >= 0 else {
      return nil
    }
    return FileStatus(file)
  }

  /// Whether a path names a symbolic link, in dftrace's own view; links on the way are followed.
  ///
  /// The corresponding Linux call is `readlink(2)`.
  public func isLink(_ path: [UInt8]) -> Bool {
    unsafe withName(path) { name in
      var byte: CChar = 0
      let length = unsafe dft_readlink(name, &byte, 1)
      // EINVAL for a file that is none. What can't be looked at is left to a closer look.
      return length == -Int(EINVAL) || length == -Int(ENOENT) ? 0 : 1
    } == 1
  }

  /// The root directory of a thread.
  public func root(of id: ThreadID) -> [UInt8]? { link("/proc/\(id.rawValue)/root") }

  /// What a process really runs.
  public func executable(of id: ProcessID) -> [UInt8]? { link("/proc/\(id.rawValue)/exe") }

  /// The first bytes of one of a process's texts in `/proc`, such as `cmdline` or `status`.
  public func text(_ name: String, of id: ThreadID, limit: Int) -> [UInt8]? {
    contents("/proc/\(id.rawValue)/\(name)", limit: limit)
  }

  /// Whether a process has memory: none that is about to end has it any longer, nor a zombie; `statm` of
  /// proc(5), which everybody may read.
  func hasMemory(_ id: ThreadID) -> Bool {
    guard let sizes = text("statm", of: id, limit: 64) else { return false }
    return sizes.first != UInt8(ascii: "0")
  }

  /// A process's mappings, `/proc/PID/maps`; a few megabytes at the most.
  public func maps(of id: ProcessID) -> [UInt8]? {
    // The kernel gives a page at a time, so that a short read is no end.
    contents("/proc/\(id.rawValue)/maps", limit: 8 << 20, isGivenInPieces: true)
  }

  /// The first bytes of a file; nil when it can't be read.
  public func contents(_ path: String, limit: Int) -> [UInt8]? {
    contents(path, limit: limit, isGivenInPieces: false)
  }

  /// The first bytes of a file; nil when it can't be read.
  ///
  /// - Parameter isGivenInPieces: whether a read that gives less than was asked for need not be
  ///   the last.
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

  /// The file behind a path of dftrace's own view; nil when there is none.
  ///
  /// The corresponding Linux call is `stat(2)`, or `lstat(2)` when links are not followed.
  public func status(_ path: String, followingLink: Bool) -> FileStatus? {
    var file = dft_file()
    guard unsafe dft_stat(path, followingLink, &file) >= 0 else { return nil }
    return FileStatus(file)
  }

  /// The file that bytes name in dftrace's own view; nil when there is none.
  ///
  /// The corresponding Linux call is `stat(2)`, or `lstat(2)` when links are not followed.
  public func status(_ path: [UInt8], followingLink: Bool) -> FileStatus? {
    if path.count > Self.longestPath { return longStatus(path, followingLink: followingLink) }
    var file = dft_file()
    let found = unsafe withName(path) { unsafe dft_stat($0, followingLink, &file) }
    return found >= 0 ? FileStatus(file) : nil
  }

  /// Whether a path goes through no symbolic link, up to where it ends or nothing is there.
  ///
  /// Then the name that the kernel gives it is its own text, in dftrace's own view.
  ///
  /// - Parameter followingLink: whether a symbolic link at the path's end would be followed.
  ///
  /// The corresponding Linux call is `openat2(2)` with `RESOLVE_NO_SYMLINKS`, since Linux 5.6;
  /// before, the answer is no.
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

  /// The name that the kernel gives a path, and the file, as a process's own root has it.
  ///
  /// - Parameters:
  ///   - path: an absolute path without NUL bytes.
  ///   - id: the process; nil when its root is known to be dftrace's own, which is quicker.
  ///   - followingLink: whether a symbolic link at the path's end is followed.
  /// - Throws: the error that looking it up met; `ERANGE` when the file is there and its name is too
  ///   long to be told.
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

  /// What a socket of a process is; nil when the descriptor is none or can't be copied.
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
