internal import Decoding
internal import Events
internal import Kernel
internal import ProcessState
internal import Syscalls

/// The file behind a thread's descriptor, in Falco's terms.
struct DescriptorFacts {
  /// `/proc/TID/fd/N`.
  let link: [UInt8]
  /// `proc.stdin.type` and its like.
  let type: String

  /// Reads a descriptor's facts; nil when the descriptor is closed or unreadable.
  init?(
    _ number: Int32, thread: ThreadID, process: ProcessID, _ inspector: any ProcessInspecting
  ) {
    guard number >= 0, let link = inspector.descriptor(number, of: thread) else { return nil }
    self.link = link
    type = Self.type(of: link, number, thread, process, inspector)
  }

  private static func type(
    of link: [UInt8], _ number: Int32, _ thread: ThreadID, _ process: ProcessID,
    _ inspector: any ProcessInspecting
  ) -> String {
    let text = String(decoding: link, as: UTF8.self)
    if text.hasPrefix("socket:[") {
      switch inspector.socket(number, of: process)?.domain {
      case SocketFamily.unix: return "unix"
      case SocketFamily.ipv4: return "ipv4"
      case SocketFamily.ipv6: return "ipv6"
      case SocketFamily.netlink: return "netlink"
      default: return "other"
      }
    }
    if text.hasPrefix("pipe:[") { return "pipe" }
    if text.hasPrefix("/memfd:") { return "memfd" }
    if text.hasPrefix("anon_inode:") { return "other" }
    if text == "/dev/null" { return "null" }
    if text.hasPrefix("/dev/pts/") || text.hasPrefix("/dev/tty") { return "tty" }
    guard let status = inspector.status("/proc/\(thread.rawValue)/fd/\(number)") else {
      return "other"
    }
    switch status.mode & 0o170000 {
    case 0o100000: return "file"
    case 0o040000: return "directory"
    case 0o010000: return "pipe"
    default: return "other"
    }
  }

  /// Falco's letter for a type.
  static func letter(of type: String) -> String {
    switch type {
    case "file", "tty", "null": "f"
    case "directory": "d"
    case "ipv4": "4"
    case "ipv6": "6"
    case "unix": "u"
    case "pipe": "p"
    case "memfd": "m"
    case "netlink": "n"
    default: "o"
    }
  }
}
