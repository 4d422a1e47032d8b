internal import Glibc

/// A text file that is read line by line, however long it is.
public final class LineInput {
  /// A longer line is a mistake, in bytes.
  public static let longestLine = 16 << 20

  private let descriptor: Int32
  private let isOwned: Bool
  private var buffer: [UInt8] = []
  private var start = 0
  private var hasEnded = false

  /// Opens a file; `-` is standard input.
  ///
  /// - Throws: `EISDIR` for a directory, else what `open(2)` gave.
  public init(_ path: String) throws(Errno) {
    isOwned = path != "-"
    descriptor = path == "-" ? 0 : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Errno(rawValue: errno) }
    var status = stat()
    if unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw Errno(rawValue: EISDIR)
    }
  }

  deinit { if isOwned, descriptor >= 0 { close(descriptor) } }

  /// The next line without its line feed; nil at the end. A last line needs none.
  ///
  /// - Throws: `EFBIG` for a line longer than ``longestLine``, else what `read(2)` gave.
  public func next() throws(Errno) -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return Array(buffer[start..<end])
      }
      searched = buffer.count - start
      guard searched <= Self.longestLine else { throw Errno(rawValue: EFBIG) }
      buffer.removeFirst(start)
      start = 0
      guard !hasEnded else {
        defer { buffer = [] }
        return buffer.isEmpty ? nil : buffer
      }
      try fill()
    }
  }

  private func fill() throws(Errno) {
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let got = unsafe chunk.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw Errno(rawValue: errno) }
      hasEnded = got == 0
      buffer.append(contentsOf: chunk[..<got])
      return
    }
  }
}
