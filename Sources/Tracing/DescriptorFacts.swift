internal import Decoding
internal import Kernel
internal import ProcessState

/// What a descriptor of a thread refers to, in Falco's words.
struct DescriptorFacts {
  /// `/proc/TID/fd/N`.
  let link: [UInt8]
  /// `proc.stdin.type` and its like.
  let type: String

  /// Looks a descriptor up; nil when it is not open or can't be seen.
  init?(_ number: Int32, thread: ThreadID, process: ThreadID) {
    guard number >= 0, let link = ProcessFiles.descriptor(number, of: thread) else { return nil }
    self.link = link
    type = Self.type(of: link, number, thread, process)
  }

  private static func type(
    of link: [UInt8], _ number: Int32, _ thread: ThreadID, _ process: ThreadID
  ) -> String {
    let text = String(decoding: link, as: UTF8.self)
    if text.hasPrefix("socket:[") {
      switch ProcessFiles.socket(number, of: process)?.domain {
      case 1: return "unix"
      case 2: return "ipv4"
      case 10: return "ipv6"
      case 16: return "netlink"
      default: return "other"
      }
    }
    if text.hasPrefix("pipe:[") { return "pipe" }
    if text.hasPrefix("/memfd:") { return "memfd" }
    if text.hasPrefix("anon_inode:") { return "other" }
    if text == "/dev/null" { return "null" }
    if text.hasPrefix("/dev/pts/") || text.hasPrefix("/dev/tty") { return "tty" }
    guard let status = ProcessFiles.status("/proc/\(thread.rawValue)/fd/\(number)") else {
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
