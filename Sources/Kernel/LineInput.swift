internal import CZlib
internal import Glibc
public import Syscalls

/// Reads a text file of any length line by line, with or without gzip compression.
@safe public final class LineInput {
  /// Capacity of a line in bytes; a longer line is an error.
  public static let longestLine = 16 << 20

  private let descriptor: Int32
  private let isOwned: Bool
  private var buffer: [UInt8] = []
  private var start = 0
  private var hasEnded = false
  private var hasBegun = false
  private var unpacking: OpaquePointer?
  /// Compressed bytes that were read but not decompressed.
  private var packed: ArraySlice<UInt8> = []
  /// The error that ended the input early; thrown after the lines before it.
  private var failure: Errno?

  /// Opens a file; `-` is standard input.
  ///
  /// - Throws: `EISDIR` for a directory, otherwise the error of `open(2)`.
  public init(_ path: String) throws(Errno) {
    isOwned = path != "-"
    descriptor = path == "-" ? 0 : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Errno(rawValue: errno) }
    var status = stat()
    if unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw Errno(rawValue: EISDIR)
    }
  }

  deinit {
    if let unpacking = unsafe unpacking { unsafe dft_unpacking_end(unpacking) }
    if isOwned, descriptor >= 0 { close(descriptor) }
  }

  /// The next line without its line feed; nil at the end. The last line may lack a line feed.
  ///
  /// - Throws: `EFBIG` for a line longer than ``longestLine``, `EBADMSG` for damaged or truncated
  ///   gzip data, otherwise the error of `read(2)`.
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
      if let failure { throw failure }
      guard !hasEnded else {
        defer { buffer = [] }
        return buffer.isEmpty ? nil : buffer
      }
      try fill()
    }
  }

  private func fill() throws(Errno) {
    if unsafe unpacking != nil, !packed.isEmpty { return unpack() }
    var chunk = try read()
    if !hasBegun {
      // A pipe may return only the first byte.
      while chunk.count == 1, !hasEnded { chunk += try read() }
      hasBegun = true
      // The gzip magic number, RFC 1952, 2.3.1.
      if chunk.starts(with: [0x1F, 0x8B]) { unsafe unpacking = dft_unpacking_begin() }
    }
    guard let state = unsafe unpacking else {
      buffer += chunk
      return
    }
    packed = chunk[...]
    if hasEnded, unsafe dft_unpacking_is_complete(state) == 0 {
      failure = Errno(rawValue: EBADMSG)
    } else {
      unpack()
    }
  }

  private func read() throws(Errno) -> [UInt8] {
    while true {
      var chunk = [UInt8](repeating: 0, count: 65536)
      let got = unsafe chunk.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw Errno(rawValue: errno) }
      hasEnded = got == 0
      chunk.removeLast(chunk.count - got)
      return chunk
    }
  }

  /// Decompresses a chunk; a few bytes may expand to very many.
  private func unpack() {
    guard let state = unsafe unpacking else { return }
    var room = [UInt8](repeating: 0, count: 1 << 18)
    var taken = 0
    let got = unsafe packed.withUnsafeBufferPointer { input in
      unsafe room.withUnsafeMutableBufferPointer { output -> Int in
        guard let from = input.baseAddress, let to = output.baseAddress else { return 0 }
        return unsafe dft_unpack(state, from, input.count, &taken, to, output.count)
      }
    }
    packed = packed.dropFirst(taken)
    if got < 0 {
      failure = Errno(rawValue: Int32(-got))
    } else {
      buffer += room[..<got]
    }
  }
}
