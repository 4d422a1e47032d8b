internal import CTrace
public import Events
internal import Glibc

/// The memory of a traced process.
///
/// Keeps `/proc/PID/mem` open from the start or execution of the process. This descriptor stays
/// readable after `PR_SET_DUMPABLE 0`, where all other ways fail for an unprivileged tracer.
public struct TraceeMemory: ~Copyable {
  /// The process.
  public let id: ThreadID
  /// Whether the kernel refuses access to an unprivileged tracer: the executable is unreadable, or
  /// the process is a fork of an undumpable one; ptrace(2).
  public let isRefused: Bool
  private let descriptor: Int32

  /// Opens the memory of a process; falls back to reads by process id.
  public init(of id: ThreadID) {
    self.id = id
    descriptor = unsafe open("/proc/\(id.rawValue)/mem", O_RDONLY | O_CLOEXEC)
    let isForbidden = descriptor < 0 && (errno == EACCES || errno == EPERM)
    // The `/proc` files of a dying process belong to root as well.
    isRefused = isForbidden && LinuxInspector().hasMemory(id)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Appends up to `count` bytes at an address to a buffer.
  ///
  /// - Returns: the number of bytes appended; fewer at the end of a mapping.
  ///
  /// The corresponding Linux calls are `pread(2)` of `/proc/PID/mem` and `process_vm_readv(2)`.
  public borrowing func read(
    _ address: UInt64, count: Int, into buffer: inout [UInt8]
  ) -> Int {
    let start = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: count))
    let got = unsafe buffer.withUnsafeMutableBytes { bytes -> Int in
      guard let base = bytes.baseAddress else { return 0 }
      let target = unsafe base + start
      if descriptor >= 0, address <= UInt64(Int64.max) {
        let got = unsafe pread(descriptor, target, count, off_t(address))
        if got > 0 { return got }
      }
      return unsafe max(0, dft_read_memory(id.rawValue, address, target, count))
    }
    buffer.removeLast(count - got)
    return got
  }

  /// Reads a little-endian number of up to eight bytes; nil when any byte is unreadable.
  public borrowing func readNumber(_ address: UInt64, bytes: Int) -> UInt64? {
    var number: UInt64 = 0
    let isRead = unsafe withUnsafeMutableBytes(of: &number) { buffer -> Bool in
      guard let base = buffer.baseAddress, bytes <= buffer.count else { return false }
      if descriptor >= 0, address <= UInt64(Int64.max),
        unsafe pread(descriptor, base, bytes, off_t(address)) == bytes
      {
        return true
      }
      return unsafe dft_read_memory(id.rawValue, address, base, bytes) == bytes
    }
    return isRead ? number : nil
  }

  /// Writes eight bytes at an address.
  ///
  /// - Returns: whether all bytes were written.
  ///
  /// The corresponding Linux call is `process_vm_writev(2)`.
  @discardableResult
  public borrowing func write(_ word: UInt64, at address: UInt64) -> Bool {
    unsafe withUnsafeBytes(of: word) {
      guard let base = $0.baseAddress else { return false }
      return unsafe dft_write_memory(id.rawValue, address, base, $0.count) == $0.count
    }
  }
}
