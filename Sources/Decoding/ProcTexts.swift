public import Events

/// Parsers of texts in `/proc`; `proc(5)`. The texts contain names that the traced program
/// controls, so the parsers accept malformed input.
public enum ProcTexts {
  /// Ids and signal dispositions of a task, from `/proc/PID/status`.
  public struct Status: Equatable, Sendable {
    /// The process id (thread group id).
    public var process: Int32 = 0
    /// The parent process.
    public var parent: Int32 = 0
    /// The real user id.
    public var uid: UInt32 = 0
    /// The effective user id.
    public var euid: UInt32 = 0
    /// The real group id.
    public var gid: UInt32 = 0
    /// The process id in the innermost pid namespace; 0 before Linux 4.1.
    public var innermost: Int32 = 0
    /// Number of threads of the process.
    public var threads: Int64 = 0
    /// The caught signals, signal 1 in the lowest bit.
    public var caught: UInt64 = 0
    /// The ignored signals, signal 1 in the lowest bit.
    public var ignored: UInt64 = 0

    /// Creates a status of zeros, for tests.
    public init() {}
  }

  /// Parses the lines `Tgid`, `PPid`, `Uid`, `Gid`, `NStgid`, `Threads`, `SigIgn` and `SigCgt`.
  public static func status(_ text: [UInt8]) -> Status {
    var status = Status()
    var rest = text[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
      let line = rest[..<end]
      rest = rest[end...].dropFirst()
      // Fast path: only eight of some sixty lines are needed, with initials T, P, U, G, N, S.
      guard let first = line.first, [0x54, 0x50, 0x55, 0x47, 0x4E, 0x53].contains(first) else {
        continue
      }
      let words = line.split { $0 == 0x20 || $0 == 0x09 }
      guard let key = words.first, words.count >= 2 else { continue }
      let values = words.dropFirst().map { number($0) }
      switch String(decoding: key, as: UTF8.self) {
      case "Tgid:": status.process = Int32(truncatingIfNeeded: values[0])
      case "PPid:": status.parent = Int32(truncatingIfNeeded: values[0])
      case "Uid:":
        status.uid = UInt32(truncatingIfNeeded: values[0])
        status.euid = UInt32(truncatingIfNeeded: values.count > 1 ? values[1] : values[0])
      case "SigCgt:":
        status.caught = UInt64(String(decoding: words[1], as: UTF8.self), radix: 16) ?? 0
      case "SigIgn:":
        status.ignored = UInt64(String(decoding: words[1], as: UTF8.self), radix: 16) ?? 0
      case "NStgid:": status.innermost = Int32(truncatingIfNeeded: values[values.count - 1])
      case "Threads:": status.threads = values[0]
      case "Gid:": status.gid = UInt32(truncatingIfNeeded: values[0])
      default: continue
      }
    }
    return status
  }

  /// Parses session and terminal of `/proc/PID/stat`.
  ///
  /// The name in parentheses may contain any character, so fields are counted from the last `)`.
  public static func sessionAndTerminal(_ text: [UInt8]) -> (session: Int64, terminal: Int64)? {
    guard let close = text.lastIndex(of: 0x29) else { return nil }
    let words = text[(close + 1)...].split(separator: 0x20)
    guard words.count > 4 else { return nil }
    return (Int64(number(words[3])), Int64(number(words[4])))
  }

  /// Parses the start time of a process in `/proc/PID/stat`: nanoseconds since boot, with a
  /// resolution of 10 ms.
  public static func startTime(_ text: [UInt8]) -> Int64? {
    guard let close = text.lastIndex(of: 0x29) else { return nil }
    let words = text[(close + 1)...].split(separator: 0x20)
    // The unit is USER_HZ, which is 100 on all supported machines.
    guard words.count > 19, case let ticks = number(words[19]), ticks >= 0 else { return nil }
    let (time, isTooLong) = ticks.multipliedReportingOverflow(by: 10_000_000)
    return isTooLong ? nil : time
  }

  /// Parses the stack pointer of `/proc/PID/syscall`; nil when the task is not in a syscall.
  ///
  /// The text is the call's number, six arguments, the stack pointer and the program counter, or
  /// `running`, or `-1` and the last two.
  public static func stackPointer(_ text: [UInt8]) -> UInt64? {
    let words = text.split { $0 == 0x20 || $0 == 0x0A }
    guard words.count >= 3, words[words.count - 2].starts(with: "0x".utf8) else { return nil }
    return UInt64(String(decoding: words[words.count - 2].dropFirst(2), as: UTF8.self), radix: 16)
  }

  /// The value of a variable in an environment block, NUL-separated `NAME=VALUE`.
  public static func variable(_ name: String, in block: [UInt8]) -> ArraySlice<UInt8>? {
    let prefix = Array((name + "=").utf8)
    // Without an array of all entries: blocks are long and rules read several variables.
    var start = 0
    while start + prefix.count <= block.count {
      if block[start] == prefix[0], block[start...].starts(with: prefix) {
        return block[(start + prefix.count)...].prefix { $0 != 0 }
      }
      guard let end = block[start...].firstIndex(of: 0) else { break }
      start = end + 1
    }
    return nil
  }

  /// Parses the addresses of name servers in `resolv.conf(5)`.
  public static func nameServers(_ text: [UInt8]) -> [IPAddress] {
    text.split(separator: 0x0A).compactMap { line in
      let words = line.split { $0 == 0x20 || $0 == 0x09 }
      guard words.count >= 2, words[0].elementsEqual("nameserver".utf8) else { return nil }
      // A link-local address may have a zone name after a percent sign.
      return IPAddress(String(decoding: words[1].prefix { $0 != 0x25 }, as: UTF8.self))
    }
  }

  /// Parses the inode number of a socket in a link such as `socket:[1234]`.
  public static func socketInode(_ link: [UInt8]) -> UInt64? {
    let prefix = Array("socket:[".utf8)
    guard link.starts(with: prefix), link.last == 0x5D else { return nil }
    return UInt64(String(decoding: link[prefix.count..<link.count - 1], as: UTF8.self))
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int64 {
    Int64(String(decoding: digits, as: UTF8.self)) ?? 0
  }
}
