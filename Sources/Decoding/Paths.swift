/// Path operations on raw bytes: paths have no encoding and may contain any byte except NUL.
public enum Paths {
  /// `PATH_MAX` less its NUL: the kernel rejects longer paths.
  public static let longest = 4095

  /// Joins a path to its base directory.
  public static func join(_ base: some Collection<UInt8>, _ path: some Collection<UInt8>)
    -> [UInt8]
  {
    if path.first == 0x2F { return Array(path) }
    if path.isEmpty { return Array(base) }
    return Array(base) + [0x2F] + Array(path)
  }

  /// Removes `.`, `..` and doubled slashes from an absolute path, without resolving links.
  public static func normalized(_ path: [UInt8]) -> [UInt8] {
    guard !isNormal(path) else { return path }
    var result: [UInt8] = []
    for part in path.split(separator: 0x2F) {
      if part.elementsEqual([0x2E]) { continue }
      if part.elementsEqual([0x2E, 0x2E]) {
        result.removeSubrange((result.lastIndex(of: 0x2F) ?? 0)...)
      } else {
        result.append(0x2F)
        result.append(contentsOf: part)
      }
    }
    return result.isEmpty ? [0x2F] : result
  }

  /// Whether an absolute path is normalised: without `.`, `..`, doubled and trailing slashes.
  public static func isNormal(_ path: [UInt8]) -> Bool {
    guard path.first == 0x2F, path.last != 0x2F else { return path == [0x2F] }
    var start = 1
    for index in 1...path.count where index == path.count || path[index] == 0x2F {
      let length = index - start
      // Empty, `.` or `..`.
      if length == 0 { return false }
      if length <= 2, path[start] == 0x2E, length == 1 || path[start + 1] == 0x2E { return false }
      start = index + 1
    }
    return true
  }

  /// The directory part of a path, without a trailing slash except for the root.
  public static func directory(_ path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let slash = path.lastIndex(of: 0x2F) else { return [] }
    return slash == path.startIndex ? path[...slash] : path[..<slash]
  }

  /// The last component of a path.
  public static func filename(_ path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let slash = path.lastIndex(of: 0x2F) else { return path }
    return path[path.index(after: slash)...]
  }

  /// The process id of a resolved path in `/proc/N/…`.
  public static func processNumber(_ path: [UInt8]) -> Int32? {
    guard path.starts(with: "/proc/".utf8) else { return nil }
    let digits = path.dropFirst(6).prefix { $0 != 0x2F }
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int32(String(decoding: digits, as: UTF8.self))
  }

  /// Whether an absolute path equals a directory or is below it.
  public static func isBelow(_ path: some Collection<UInt8>, _ directory: [UInt8]) -> Bool {
    guard path.starts(with: directory) else { return false }
    return path.count == directory.count || directory.last == 0x2F
      || path.dropFirst(directory.count).first == 0x2F
  }

  /// Whether a path may depend on the process that resolves it: `/pr…`, `/dev/f…` and `/dev/s…`.
  public static func mayNameSelf(_ path: [UInt8]) -> Bool {
    guard path.count > 6 else { return false }
    switch path[1] {
    case 0x70: return path[2] == 0x72
    case 0x64: return path[5] == 0x66 || path[5] == 0x73
    default: return false
    }
  }

  /// Replaces a leading `/proc/self` or `/proc/thread-self` by its target for a thread.
  ///
  /// The kernel resolves these links per process: in the tracer they would name the tracer.
  public static func replacingSelf(
    _ path: [UInt8], process: Int32, thread: Int32
  ) -> [UInt8] {
    guard mayNameSelf(path) else { return path }
    let forms: [(from: String, to: String)] = [
      ("/proc/self", "/proc/\(process)"), ("/proc/thread-self", "/proc/\(process)/task/\(thread)"),
      ("/dev/fd", "/proc/\(process)/fd"), ("/dev/stdin", "/proc/\(process)/fd/0"),
      ("/dev/stdout", "/proc/\(process)/fd/1"), ("/dev/stderr", "/proc/\(process)/fd/2"),
    ]
    for (from, to) in forms where isBelow(path, Array(from.utf8)) {
      return Array(to.utf8) + path.dropFirst(from.utf8.count)
    }
    return path
  }
}
