public import Decoding
public import Events
internal import CTrace
internal import Glibc

/// A regular file for reads at offsets, without a file position.
public final class FileContent: ContentReading {
  private let descriptor: OwnedDescriptor
  /// The size in bytes at the open.
  public let size: Int64

  /// Opens a file for reading; nil when unreadable or no regular file.
  ///
  /// A path such as `/proc/PID/fd/N` opens a process's open file, regardless of its name.
  public init?(_ path: String) {
    // Other file types may block, or have side effects of an open.
    guard let status = LinuxInspector().status(path), status.isRegular else { return nil }
    let number = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard number >= 0 else { return nil }
    descriptor = OwnedDescriptor(number)
    size = status.size
  }

  /// Opens a file for reading, by a path of any bytes and length.
  public convenience init?(_ path: [UInt8]) {
    guard let file = LinuxInspector().openLong(path, of: nil, followingLink: true) else {
      return nil
    }
    self.init("/proc/self/fd/\(file.rawValue)")
  }

  /// Appends up to `count` bytes at an offset of the file to a buffer.
  ///
  /// - Returns: the number of bytes appended.
  ///
  /// The corresponding Linux call is `pread(2)`.
  public func read(at offset: UInt64, count: Int, into buffer: inout [UInt8]) -> Int {
    guard count > 0, offset <= UInt64(Int64.max) else { return 0 }
    let start = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: count))
    let got = unsafe buffer.withUnsafeMutableBytes { bytes -> Int in
      guard let base = bytes.baseAddress else { return 0 }
      return unsafe max(0, pread(descriptor.rawValue, base + start, count, off_t(offset)))
    }
    buffer.removeLast(count - got)
    return got
  }
}

extension LinuxInspector {
  /// A regular file for reads at offsets.
  public func file(_ path: [UInt8]) -> (any ContentReading)? { FileContent(path) }

  /// The names in a directory, sorted; empty when unreadable.
  public func names(in directory: String) -> [String] {
    (try? Files.names(in: directory)) ?? []
  }

  /// Whether a file has file capabilities.
  ///
  /// The corresponding Linux call is `getxattr(2)` of `security.capability`; `capabilities(7)`.
  public func givesCapabilities(_ path: String) -> Bool {
    // Twenty bytes of `struct vfs_cap_data`, or twenty-four of the third revision.
    unsafe withUnsafeTemporaryAllocation(byteCount: 64, alignment: 8) { buffer in
      guard let base = buffer.baseAddress else { return false }
      return unsafe dft_attribute(path, "security.capability", base, buffer.count) > 0
    }
  }
}

extension LinuxInspector {
  /// The peer address of a process's socket, as `struct sockaddr`; nil without a peer, or when the
  /// descriptor cannot be copied.
  ///
  /// The corresponding Linux calls are `pidfd_getfd(2)`, since Linux 5.6, and `getpeername(2)`.
  public func peer(_ descriptor: Int32, of process: ProcessID) -> [UInt8]? {
    unsafe withUnsafeTemporaryAllocation(byteCount: 128, alignment: 8) { buffer in
      guard let base = buffer.baseAddress else { return nil }
      let length = unsafe dft_socket_peer(process.rawValue, descriptor, base, buffer.count)
      return length > 0 ? unsafe Array(buffer.prefix(Int(length))) : nil
    }
  }

  /// The process of a thread's pidfd (`pidfd_open(2)`); nil for other descriptors.
  public func processOfDescriptor(_ number: Int32, of id: ThreadID) -> ProcessID? {
    guard let text = contents("/proc/\(id.rawValue)/fdinfo/\(number)", limit: 4096) else {
      return nil
    }
    for line in text.split(separator: 0x0A) where line.starts(with: "Pid:".utf8) {
      let digits = line.dropFirst(4).drop { $0 == 0x09 || $0 == 0x20 }
      return Int32(String(decoding: digits, as: UTF8.self)).map { ProcessID(rawValue: $0) }
    }
    return nil
  }
}
