public import Syscalls
internal import Decoding
internal import Events
internal import Glibc

/// Files that dftrace writes: policies and state.
extension Files {
  /// Creates or replaces a file atomically: a reader sees the old content or the complete new one.
  ///
  /// A symbolic link stays, and its target is replaced. An existing file keeps its permissions and,
  /// if this user may change it, its owner. Special files (a FIFO, a device) and mount points are
  /// written in place, since rename(2) cannot replace them.
  ///
  /// - Parameters:
  ///   - isDurable: whether the new content must survive a power failure, which takes a disk flush.
  ///   - mode: the permissions of a new file, before the process's umask.
  ///
  /// The corresponding Linux calls are `fsync(2)` and `rename(2)`.
  public static func replace(
    _ path: String, with bytes: [UInt8], isDurable: Bool = true, mode: UInt32 = 0o666
  ) throws(Errno) {
    guard !isSpecial(path) else { return try overwrite(path, with: bytes) }
    let target = real(path) ?? path
    let (beside, descriptor) = try create(beside: target, mode: mode)
    do throws(Errno) {
      defer { close(descriptor) }
      if let old = LinuxInspector().status(target) {
        // Before the mode, since a change of the owner clears the set-user-id bit.
        fchown(descriptor, old.owner, old.group)
        fchmod(descriptor, old.mode & 0o7777)
      }
      try write(bytes, to: descriptor)
      if isDurable, fsync(descriptor) != 0 { throw Errno(rawValue: errno) }
    } catch {
      unsafe unlink(beside)
      throw error
    }
    guard unsafe rename(beside, target) == 0 else {
      let error = Errno(rawValue: errno)
      unsafe unlink(beside)
      guard error.rawValue == EBUSY else { throw error }
      return try overwrite(target, with: bytes)
    }
    if isDurable { synchronizeDirectory(of: target) }
  }

  /// Checks whether ``replace(_:with:isDurable:mode:)`` can succeed, and leaves no file behind.
  public static func checkReplaceable(_ path: String) throws(Errno) {
    guard LinuxInspector().status(path)?.isDirectory != true else { throw .isDirectory }
    guard !isSpecial(path) else {
      // Opening a FIFO would block until a reader opens it.
      guard unsafe access(path, W_OK) == 0 else { throw Errno(rawValue: errno) }
      return
    }
    let (beside, descriptor) = try create(beside: real(path) ?? path, mode: 0o600)
    close(descriptor)
    unsafe unlink(beside)
  }

  /// Creates a directory and its missing parents.
  ///
  /// - Parameter mode: the permissions, before the process's umask (default: only the user).
  ///
  /// The corresponding Linux call is `mkdir(2)`.
  public static func makeDirectory(_ path: String, mode: UInt32 = 0o700) throws(Errno) {
    guard unsafe mkdir(path, mode) != 0 else { return }
    let error = Errno(rawValue: errno)
    if error == .exists {
      guard LinuxInspector().status(path)?.isDirectory == true else { throw error }
      return
    }
    guard error == .noSuchFile, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
      throw error
    }
    try makeDirectory(String(path[..<slash]), mode: mode)
    guard unsafe mkdir(path, mode) == 0 || errno == EEXIST else { throw Errno(rawValue: errno) }
  }

  /// Runs a closure under an exclusive lock.
  ///
  /// - Parameters:
  ///   - path: the lock file; created when missing, and never deleted.
  ///   - milliseconds: the timeout for another holder.
  /// - Throws: `EWOULDBLOCK` at the timeout, otherwise the error of `open(2)`.
  ///
  /// The corresponding Linux call is `flock(2)`.
  public static func locked<Value>(
    _ path: String, milliseconds: Int = 5000, _ body: () -> Value
  ) throws(Errno) -> Value {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw Errno(rawValue: errno) }
    defer { close(descriptor) }
    let end = Machine.monotonicNow + Int64(milliseconds) * 1_000_000
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let error = errno
      let mayWait = error == EWOULDBLOCK && Machine.monotonicNow < end
      guard mayWait || error == EINTR else { throw Errno(rawValue: error) }
      usleep(500)
    }
    return body()
  }

  /// Whether a path can only be written in place: it names no regular file, or links to an open
  /// descriptor.
  static func isSpecial(_ path: String) -> Bool {
    guard let status = LinuxInspector().status(path), !status.isDirectory else { return false }
    if ["/proc/", "/dev/fd/", "/dev/std"].contains(where: path.hasPrefix) { return true }
    guard status.isRegular, let name = real(path) else { return true }
    return LinuxInspector().status(name)?.identity != status.identity
  }

  private static func overwrite(_ path: String, with bytes: [UInt8]) throws(Errno) {
    let descriptor = unsafe open(path, O_WRONLY | O_TRUNC | O_CLOEXEC)
    guard descriptor >= 0 else { throw Errno(rawValue: errno) }
    defer { close(descriptor) }
    try write(bytes, to: descriptor)
  }

  private static func real(_ path: String) -> String? {
    guard let name = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(name) }
    return unsafe String(cString: name)
  }

  private static func create(
    beside path: String, mode: UInt32
  ) throws(Errno) -> (path: String, descriptor: Int32) {
    for attempt in 0..<100 {
      let beside = "\(path).\(getpid()).\(attempt)"
      let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
      let descriptor = unsafe open(beside, flags, mode)
      if descriptor >= 0 { return (beside, descriptor) }
      guard errno == EEXIST else { throw Errno(rawValue: errno) }
    }
    throw .exists
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Errno) {
    var start = 0
    while start < bytes.count {
      let got = unsafe bytes.withUnsafeBytes { buffer -> Int in
        guard let base = buffer.baseAddress else { return 0 }
        return unsafe Glibc.write(descriptor, base + start, buffer.count - start)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw Errno(rawValue: errno) }
      start += got
    }
  }

  /// The directory holds the new name, and needs its own flush.
  private static func synchronizeDirectory(of path: String) {
    let directory = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : path[..<$0] } ?? "."
    let descriptor = unsafe open(String(directory), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

extension Errno {
  /// `EEXIST`: the file exists.
  public static let exists = Errno(rawValue: EEXIST)
}

extension StandardStreams {
  /// Whether standard input is a terminal.
  public static var isInputTerminal: Bool { isatty(0) == 1 }
}
