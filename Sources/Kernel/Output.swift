public import Events
public import Syscalls
internal import Decoding
internal import Glibc

/// An error of an ``Output``.
public struct OutputFailure: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file's path, or the name of the standard stream.
  public let output: String
  /// The error.
  public let errno: Errno

  /// An error of an output.
  public init(output: String, errno: Errno) {
    self.output = output
    self.errno = errno
  }

  /// One line with the output and the error.
  public var description: String { "\(output) could not be written: \(errno.name)" }
}

/// An output for bytes: a standard stream or a new file.
public final class Output: @unchecked Sendable {
  private let descriptor: Int32
  private let name: String
  private let isOwned: Bool
  private var isClosed = false
  /// Bytes buffered until ``finish()``, if the file is replaced atomically.
  private var held: [UInt8]?
  /// The first write error; no write follows it.
  public private(set) var failure: OutputFailure?

  private init(_ descriptor: Int32, _ name: String, isOwned: Bool) {
    self.descriptor = descriptor
    self.name = name
    self.isOwned = isOwned
  }

  deinit { if isOwned { close(descriptor) } }

  /// Standard error, on its own descriptor, so that no command can take its number.
  public static func standardError() -> Output { duplicate(2, "standard error") }

  /// Standard output, on its own descriptor.
  public static func standardOutput() -> Output { duplicate(1, "standard output") }

  private static func duplicate(_ number: Int32, _ name: String) -> Output {
    let copy = fcntl(number, F_DUPFD_CLOEXEC, 64)
    let output = Output(copy >= 0 ? copy : number, name, isOwned: copy >= 0)
    output.isClosed = StandardStreams.wasClosed(number)
    return output
  }

  /// Creates or empties a file.
  ///
  /// The corresponding Linux call is `open(2)` with `O_CREAT|O_TRUNC`.
  public static func file(_ path: String) throws(Errno) -> Output {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Errno(rawValue: errno) }
    return Output(descriptor, path, isOwned: true)
  }

  /// A file that readers expect to be complete: ``finish()`` replaces an older one atomically.
  ///
  /// A special file (a FIFO, a device), or a file in an unwritable directory, is truncated and
  /// written in place.
  public static func document(_ path: String) throws(Errno) -> Output {
    guard !Files.isSpecial(path), (try? Files.checkReplaceable(path)) != nil else {
      return try file(path)
    }
    let output = Output(-1, path, isOwned: false)
    output.held = []
    return output
  }

  /// Opens a file for appending, and creates a missing one.
  ///
  /// The corresponding Linux call is `open(2)` with `O_CREAT|O_APPEND`.
  public static func appending(to path: String) throws(Errno) -> Output {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Errno(rawValue: errno) }
    return Output(descriptor, path, isOwned: true)
  }

  /// Whether the output is a terminal.
  public var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Whether a reader consumes the output during the run: a pipe or a terminal.
  public var isStream: Bool {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }

  /// Whether the output is a terminal in canonical mode with echo. No program draws a screen on it,
  /// edits a line or asks for a password.
  ///
  /// The corresponding library call is `tcgetattr(3)`.
  public var isPlainTerminal: Bool {
    var settings = termios()
    guard unsafe tcgetattr(descriptor, &settings) == 0 else { return false }
    let wanted = tcflag_t(ICANON | ECHO)
    return settings.c_lflag & wanted == wanted
  }

  /// Whether dftrace's own process group is the foreground group of the terminal.
  ///
  /// The corresponding library call is `tcgetpgrp(3)`.
  public var isForeground: Bool { tcgetpgrp(descriptor) == getpgrp() }

  /// The terminal's number of columns; nil for other outputs.
  public var columns: Int? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// Writes all bytes; stores the first error and writes nothing after it.
  ///
  /// A full pipe blocks the caller: no byte is dropped.
  public func write(_ bytes: [UInt8]) {
    if isClosed, !bytes.isEmpty { fail(EBADF) }
    guard failure == nil else { return }
    guard held == nil else {
      held?.append(contentsOf: bytes)
      return
    }
    var start = 0
    while start < bytes.count {
      let got = unsafe bytes.withUnsafeBytes { buffer -> Int in
        guard let base = buffer.baseAddress else { return 0 }
        return unsafe Glibc.write(descriptor, base + start, buffer.count - start)
      }
      if got >= 0 {
        start += got
      } else if errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = unsafe poll(&waiting, 1, -1)
      } else if errno != EINTR {
        fail(errno)
        return
      }
    }
  }

  /// Replaces a document's older file; has no effect on other outputs.
  public func finish() {
    guard let bytes = held.take() else { return }
    do throws(Errno) { try Files.replace(name, with: bytes, isDurable: false, mode: 0o644) } catch {
      fail(error.rawValue)
    }
  }

  private func fail(_ error: Int32) {
    failure = OutputFailure(output: name, errno: Errno(rawValue: error))
  }
}

/// Files that dftrace reads: policies and others.
public enum Files {
  /// The status of a path, with links followed; nil when the file does not exist.
  ///
  /// The corresponding Linux call is `stat(2)`.
  public static func status(_ path: String) -> FileStatus? { LinuxInspector().status(path) }

  /// Reads a whole file.
  ///
  /// - Throws: `EISDIR` for a directory, `EFBIG` for more than `limit` bytes, otherwise the error
  ///   of `open(2)` or `read(2)`.
  public static func read(_ path: String, limit: Int) throws(Errno) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Errno(rawValue: errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let got = unsafe chunk.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw Errno(rawValue: errno) }
      guard got > 0 else { return bytes }
      bytes.append(contentsOf: chunk[..<got])
      guard bytes.count <= limit else { throw Errno(rawValue: EFBIG) }
    }
  }

  /// Names of a directory's entries, without `.` and `..`, sorted.
  ///
  /// The corresponding library call is `readdir(3)`.
  public static func names(in path: String) throws(Errno) -> [String] {
    guard let directory = unsafe opendir(path) else { throw Errno(rawValue: errno) }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
