public import Syscalls
internal import Decoding
internal import Events
internal import Glibc

/// Files that dftrace itself writes for later: policies, and what it remembers.
extension Files {
  /// Creates or replaces a file at once: whoever opens it finds the old content or all of the new.
  ///
  /// A symbolic link stays, and the file that it names is replaced. A file that is there keeps its
  /// permissions and, as far as this user may give files away, its owner. What is no regular file (a
  /// FIFO, a device) is written to, and so is a file that something is mounted on: neither can be
  /// put in another's place.
  ///
  /// - Parameters:
  ///   - isDurable: whether the new content has to survive a loss of power, which takes the disk's
  ///     time.
  ///   - mode: the permissions of a new file, before the process's mask.
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
        // Before the mode, since a change of the owner takes the set-user-id bit.
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

  /// Tries whether ``replace(_:with:isDurable:mode:)`` can succeed, and leaves nothing behind.
  public static func checkReplaceable(_ path: String) throws(Errno) {
    guard LinuxInspector().status(path)?.isDirectory != true else { throw .isDirectory }
    guard !isSpecial(path) else {
      // To open a FIFO would wait for its reader.
      guard unsafe access(path, W_OK) == 0 else { throw Errno(rawValue: errno) }
      return
    }
    let (beside, descriptor) = try create(beside: real(path) ?? path, mode: 0o600)
    close(descriptor)
    unsafe unlink(beside)
  }

  /// Creates a directory and those above it that are missing.
  ///
  /// - Parameter mode: the permissions, before the process's mask; for the user alone unless told.
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

  /// Does something while no other process does anything under the same lock.
  ///
  /// - Parameters:
  ///   - path: the file that is locked; created when it is missing, and left behind.
  ///   - milliseconds: how long another holder is waited for.
  /// - Throws: `EWOULDBLOCK` when the lock was held all the time, else what `open(2)` gave.
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

  /// Whether a path names something that can only be written to: no regular file, or a file that
  /// somebody has open, by a link to the descriptor, and goes on writing to.
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

  /// A new name is in its directory, which is written apart from the file.
  private static func synchronizeDirectory(of path: String) {
    let directory = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : path[..<$0] } ?? "."
    let descriptor = unsafe open(String(directory), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

extension Errno {
  /// `EEXIST`: there is such a file.
  public static let exists = Errno(rawValue: EEXIST)
}

extension StandardStreams {
  /// Whether a person types what standard input gives.
  public static var isInputTerminal: Bool { isatty(0) == 1 }
}
